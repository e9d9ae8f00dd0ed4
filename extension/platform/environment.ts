import { browser } from './browser.ts'

/** Facts about this installation that only the browser can tell. */
export interface Environment {
  /** The extension's version. */
  version: string
  browser: string
  /** The language of the browser's interface, BCP 47. */
  language: string
  /** Granted now, those for single websites left out. */
  permissions: string[]
}

export async function environment(): Promise<Environment> {
  const { permissions = [] } = await browser.permissions.getAll()
  return {
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: browser.i18n.getUILanguage(),
    permissions,
  }
}
