import { isObject, kindOf } from '../../order/reading/reader.ts'

/** The shape that a policy's value must have. */
type Shape = readonly number[] | 'boolean' | 'list of texts' | 'object' | 'extension settings' | 'third party'

/** Chromium's and Edge's policies that a kit writes, or that are written beside it. https://chromeenterprise.google/policies/ */
export const chromiumShapes: Record<string, Shape> = {
  '3rdparty': 'third party',
  ExtensionSettings: 'extension settings',
  ExtensionInstallForcelist: 'list of texts',
  ExtensionInstallBlocklist: 'list of texts',
  ExtensionInstallAllowlist: 'list of texts',
  ExtensionInstallSources: 'list of texts',
  ExtensionInstallTypeBlocklist: 'list of texts',
  ExtensionDeveloperModeSettings: [0, 1],
  BlockExternalExtensions: 'boolean',
  IncognitoModeAvailability: [0, 1, 2],
  InPrivateModeAvailability: [0, 1, 2],
  MandatoryExtensionsForIncognitoNavigation: 'list of texts',
  MandatoryExtensionsForInPrivateNavigation: 'list of texts',
  BrowserGuestModeEnabled: 'boolean',
  BrowserGuestModeEnforced: 'boolean',
  BrowserAddPersonEnabled: 'boolean',
  BrowserAddProfileEnabled: 'boolean',
  DeveloperToolsAvailability: [0, 1, 2],
  URLBlocklist: 'list of texts',
  URLAllowlist: 'list of texts',
  NetworkPredictionOptions: [0, 1, 2],
  PolicyDictionaryMultipleSourceMergeList: 'list of texts',
  PolicyListMultipleSourceMergeList: 'list of texts',
}

/** Firefox's likewise. https://mozilla.github.io/policy-templates/ */
export const firefoxShapes: Record<string, Shape> = {
  '3rdparty': 'third party',
  ExtensionSettings: 'extension settings',
  Extensions: 'object',
  Preferences: 'object',
  WebsiteFilter: 'object',
  DisablePrivateBrowsing: 'boolean',
  DisableDeveloperTools: 'boolean',
  DisableSafeMode: 'boolean',
  BlockAboutConfig: 'boolean',
  BlockAboutAddons: 'boolean',
  BlockAboutProfiles: 'boolean',
  BlockAboutSupport: 'boolean',
  EnterprisePoliciesEnabled: 'boolean',
  NetworkPrediction: 'boolean',
}

/**
 * Why a value does not fit a policy, phrased to follow the policy's name. Firefox takes 0, 1 and texts for true and false, and
 * JSON texts for objects.
 */
export function misshapen(value: unknown, shape: Shape, kind: 'chromium' | 'firefox'): string | undefined {
  if (Array.isArray(shape))
    return shape.includes(value) ? undefined : `must be one of ${shape.join(', ')}, not ${JSON.stringify(value)}`
  if (shape === 'boolean') {
    const isMeant = kind === 'firefox' && ([0, 1, 'true', 'false'] as unknown[]).includes(value)
    return typeof value === 'boolean' || isMeant ? undefined : `must be true or false, not ${kindOf(value)}`
  }
  if (shape === 'list of texts')
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
      ? undefined
      : 'must be a list of texts'
  const isText = kind === 'firefox' && typeof value === 'string' && isObject(parsed(value))
  return isObject(value) || isText ? undefined : `must be an object, not ${kindOf(value)}`
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The name that was probably meant: other letters' case, at most two letters off, or one whose end is missing. */
export function likelyName(written: string, names: readonly string[]): string | undefined {
  const lower = written.trim().toLowerCase()
  const near = names
    .map((name) => ({ name, distance: distance(lower, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= (name.length < 8 ? 1 : 2))
  const begun = lower.length < 12 ? undefined : names.find((name) => name.toLowerCase().startsWith(lower))
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name ?? begun
}

/** Levenshtein's: how many letters are to be added, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
