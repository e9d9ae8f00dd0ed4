import { build } from 'plist'
import type { BrowserName } from './config.ts'
import type { KitFile } from './files.ts'
import type { Policies } from './layers.ts'

/** A name-based UUID: the same name gives the same UUID, and the profile replaces its last version. */
export type Uuid = (name: string) => string

/** The preference domain of each browser on macOS. */
export const preferenceDomains: Record<BrowserName, string> = {
  chrome: 'com.google.Chrome',
  edge: 'com.microsoft.Edge',
  chromium: 'org.chromium.Chromium',
  firefox: 'org.mozilla.firefox',
}

interface Profile {
  browser: BrowserName
  organisation: string
  /** Preference domain below the browser's (empty for its own) -> its values. */
  payloads: Record<string, Policies>
}

/** A configuration profile: one payload for the browser's own policies, one for the extension's settings. */
export function mobileconfig({ browser, organisation, payloads }: Profile, uuid: Uuid): KitFile {
  const identifier = `writ.${browser}`
  const domain = preferenceDomains[browser]
  const content = Object.entries(payloads).map(([suffix, values]) => ({
    PayloadType: `${domain}${suffix}`,
    PayloadVersion: 1,
    PayloadIdentifier: `${identifier}.policies${suffix}`,
    PayloadUUID: uuid(`${organisation} ${identifier}.policies${suffix}`),
    PayloadEnabled: true,
    PayloadDisplayName: `Writ: ${domain}${suffix}`,
    ...values,
  }))
  const profile = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuid(`${organisation} ${identifier}`),
    PayloadDisplayName: `Writ (${browser})`,
    PayloadOrganization: organisation,
    PayloadScope: 'System',
    PayloadContent: content,
  }
  return { path: `macos/writ-${browser}.mobileconfig`, text: `${build(profile as Parameters<typeof build>[0])}\n` }
}

export function chromiumPayloads(
  id: string,
  extension: Policies,
  settings: Policies,
  layers: Policies,
): Profile['payloads'] {
  return { '': { ExtensionSettings: { [id]: extension }, ...layers }, [`.extensions.${id}`]: settings }
}

/** Without the first key Firefox does not look at the others. */
export function firefoxPayloads(policies: Policies): Profile['payloads'] {
  return { '': { EnterprisePoliciesEnabled: true, ...policies } }
}
