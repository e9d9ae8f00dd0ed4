import type { BlockedTargets } from '../../src/rules/blocked.ts'
import { browser, build, type BrowsingData } from '../platform/browser.ts'

/** Chromium's `cacheStorage` is not in the types that both browsers share. */
const kinds = { serviceWorkers: true, cache: true, cacheStorage: true } as BrowsingData.DataTypeSet

/** More than this would take longer than the pages that it prevents are worth: the watch catches those. */
const mostNames = 1_000

/**
 * Forgets what newly blocked sites have left in the browser to open without a request: their service workers and caches.
 * Chromium serves such pages past the rules; in Firefox the rules stop them. To be called when open tabs have been
 * covered: Chromium 156 puts the pages that they showed into its back-forward cache with their WebSockets open, and a
 * forgotten cache ends these too.
 */
export async function forgetSiteData(added: readonly BlockedTargets[]): Promise<void> {
  if (build !== 'chrome') return
  const names = added.reduce((sum, { domains }) => sum + domains.length, 0)
  if (names === 0 || names > mostNames) return
  const origins = added
    .flatMap(({ domains }) => domains)
    .flatMap((name) => [name, `www.${name}`])
    .flatMap((host) => [`http://${host}`, `https://${host}`])
  const removal = { origins, since: 0 } as Parameters<typeof browser.browsingData.remove>[0]
  await browser.browsingData.remove(removal, kinds)
}
