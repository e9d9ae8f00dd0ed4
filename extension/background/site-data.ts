import { originsToForget } from '../../src/enforcement/site-data.ts'
import type { BlockedTargets } from '../../src/rules/blocked.ts'
import { browser, build, type BrowsingData } from '../platform/browser.ts'

/** Chromium's `cacheStorage` is not in the types that both browsers share. */
const kinds = { serviceWorkers: true, cache: true, cacheStorage: true } as BrowsingData.DataTypeSet

/**
 * Forgets what newly blocked sites have left in the browser to open without a request: their service workers and caches.
 * Chromium serves such pages past the rules; in Firefox the rules stop them. To be called when open tabs have been
 * covered: Chromium 156 puts the pages that they showed into its back-forward cache with their WebSockets open, and a
 * forgotten cache ends these too.
 */
export async function forgetSiteData(added: readonly BlockedTargets[]): Promise<void> {
  if (build !== 'chrome') return
  const origins = originsToForget(added)
  if (origins.length === 0) return
  const removal = { origins, since: 0 } as Parameters<typeof browser.browsingData.remove>[0]
  await browser.browsingData.remove(removal, kinds)
}
