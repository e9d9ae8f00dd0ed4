import { publishedArea } from '../messages/published.ts'
import { browser, build } from '../platform/browser.ts'

/** Chromium's; not in the types that both browsers share. */
interface Closable {
  setAccessLevel(level: { accessLevel: 'TRUSTED_CONTEXTS' | 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }): Promise<void>
}

/**
 * Closes what is stored to scripts on web pages, but for the one area in which they find the search filter. Firefox ESR 153
 * cannot.
 */
export function closeStorage(): void {
  if (build !== 'chrome') return
  for (const area of ['local', 'managed', 'sync', 'session'] as const) {
    const accessLevel = area === publishedArea ? 'TRUSTED_AND_UNTRUSTED_CONTEXTS' : 'TRUSTED_CONTEXTS'
    void (browser.storage[area] as unknown as Closable).setAccessLevel({ accessLevel })
  }
}
