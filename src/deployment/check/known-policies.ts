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
}

/** Why a value does not fit a policy, phrased to follow the policy's name. */
export function misshapen(value: unknown, shape: Shape): string | undefined {
  if (Array.isArray(shape))
    return shape.includes(value) ? undefined : `must be one of ${shape.join(', ')}, not ${JSON.stringify(value)}`
  if (shape === 'boolean') return typeof value === 'boolean' ? undefined : `must be true or false, not ${kindOf(value)}`
  if (shape === 'list of texts')
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
      ? undefined
      : 'must be a list of texts'
  return isObject(value) ? undefined : `must be an object, not ${kindOf(value)}`
}

/** The name that was probably meant: other letters' case, or at most two letters off. */
export function likelyName(written: string, names: readonly string[]): string | undefined {
  const lower = written.trim().toLowerCase()
  const near = names
    .map((name) => ({ name, distance: distance(lower, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= (name.length < 8 ? 1 : 2))
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name
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
