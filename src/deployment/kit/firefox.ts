import type { KitConfig } from './config.ts'
import type { FailSafeHosts } from './fail-safe.ts'
import { layerPolicies, type Policies } from './layers.ts'

/**
 * Firefox's policies, as `policies.json` holds them below `policies`. Access to private windows is given by the policy
 * (from 128.8 and 136 on); `3rdparty` has a capital E inside. https://mozilla.github.io/policy-templates/
 */
export function firefoxPolicies(config: KitConfig, hosts: FailSafeHosts): Policies {
  const { id, url } = config.install.firefox
  const chromiumId = config.install.chromium.id
  return {
    ExtensionSettings: {
      [id]: {
        installation_mode: 'force_installed',
        install_url: url,
        private_browsing: true,
        default_area: 'navbar',
        updates_disabled: false,
      },
    },
    ...(config.unsignedInFirefoxEsr
      ? { Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } } }
      : {}),
    '3rdparty': { Extensions: { [id]: config.settings } },
    ...layerPolicies('firefox', config.layers, { id: chromiumId, ...hosts }),
  }
}
