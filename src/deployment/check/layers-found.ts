import { isObject } from '../../order/reading/reader.ts'

/** Ways around an extension: those that policies close, and those that they leave open. */
export interface LayersFound {
  covered: string[]
  open: string[]
}

type Policies = Record<string, unknown>

/** Sorts the ways around the extension `id` into those that policies close and those that they leave open. */
export function layersFound(kind: 'chromium' | 'firefox', policies: Policies, id: string): LayersFound {
  const ways = kind === 'firefox' ? inFirefox(policies, id) : inChromium(policies, id)
  const found: LayersFound = { covered: [], open: [] }
  for (const [way, closed] of ways) found[closed ? 'covered' : 'open'].push(way)
  return found
}

type Ways = [way: string, closed: boolean][]

function inChromium(policies: Policies, id: string): Ways {
  const names = (policy: string) => {
    const list = policies[policy]
    return Array.isArray(list) && list.includes(id)
  }
  const isOne = (...settings: string[]) => settings.some((name) => policies[name] === 1)
  const isOff = (...settings: string[]) => settings.some((name) => policies[name] === false)
  const mandatory = ['MandatoryExtensionsForIncognitoNavigation', 'MandatoryExtensionsForInPrivateNavigation']
  return [
    ['private windows', isOne('IncognitoModeAvailability', 'InPrivateModeAvailability') || mandatory.some(names)],
    ['guest', isOff('BrowserGuestModeEnabled')],
    ['new profiles', isOff('BrowserAddPersonEnabled', 'BrowserAddProfileEnabled')],
    ['developer tools', policies['DeveloperToolsAvailability'] !== 1],
    ['unpacked extensions', isOne('ExtensionDeveloperModeSettings')],
    ['a start without extensions', isNonEmpty(policies['URLBlocklist'])],
  ]
}

function inFirefox(policies: Policies, id: string): Ways {
  const settings = policies['ExtensionSettings']
  const entry = isObject(settings) ? settings[id] : undefined
  const filter = policies['WebsiteFilter']
  const isTrue = (name: string) => /^(?:true|1)$/.test(String(policies[name]))
  const letIn = isObject(entry) && entry['private_browsing'] === true
  return [
    ['private windows', letIn || isTrue('DisablePrivateBrowsing')],
    ['new profiles', isTrue('BlockAboutProfiles')],
    ['troubleshoot mode', isTrue('DisableSafeMode')],
    ['developer tools', isTrue('DisableDeveloperTools')],
    ['a start without extensions', isObject(filter) && isNonEmpty(filter['Block'])],
  ]
}

function isNonEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0
}
