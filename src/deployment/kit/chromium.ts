import type { BrowserName, KitConfig } from './config.ts'
import type { FailSafeHosts } from './fail-safe.ts'
import { layerPolicies, type Policies } from './layers.ts'

export type ChromiumName = Exclude<BrowserName, 'firefox'>

/** A Chromium's policies in three parts, so that a mistake in one leaves the others in force. */
export interface ChromiumPolicies {
  /** Policy `ExtensionSettings`, by extension id. */
  extension: Policies
  /** Managed settings. */
  settings: Policies
  layers: Policies
}

/**
 * `override_update_url` makes the address count for updates too: without it, it is asked once, at the installation, and
 * never again. One bad value in an extension's entry makes Chromium refuse the policy whole, for all extensions.
 */
export function chromiumPolicies(config: KitConfig, browser: ChromiumName, hosts: FailSafeHosts): ChromiumPolicies {
  const { id, updateUrl } = config.install.chromium
  const pinned = browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }
  return {
    extension: { installation_mode: 'force_installed', update_url: updateUrl, override_update_url: true, ...pinned },
    settings: config.settings,
    layers: layerPolicies(browser === 'edge' ? 'edge' : 'chrome', config.layers, { id, ...hosts }),
  }
}
