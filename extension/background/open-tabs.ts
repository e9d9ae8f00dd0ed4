import { addressesOf } from '../../src/enforcement/tab-addresses.ts'
import { isBlocked } from '../../src/standing/explain.ts'
import { browser } from '../platform/browser.ts'
import { explainUrl } from '../store/explaining.ts'
import { blockPageFor } from '../platform/addresses.ts'
import { isLeaving } from './leave-block-page.ts'
import { mayBeListed } from './listed-names.ts'
import { nextPage } from './next-page.ts'

/**
 * Brings the block page to every tab that is on a blocked address: the rules stop requests, not pages that are open
 * already, were restored, came from a service worker's cache, or were on their way when the rules changed.
 */
export async function coverOpenTabs(): Promise<void> {
  const tabs: { id?: number; url?: string; pendingUrl?: string }[] = await browser.tabs.query({})
  await Promise.all(tabs.flatMap((tab) => addressesOf(tab).map((url) => coverTab(tab.id, url))))
}

/**
 * Brings the block page to one tab if `url` is blocked; settles when the tab has left what it showed. A tab that is gone
 * by then is nothing to worry about.
 */
export async function coverTab(tabId: number | undefined, url: string): Promise<void> {
  if (tabId === undefined || !(await mayBeListed(url)) || !isBlocked(await explainUrl(url))) return
  if (isLeaving(tabId)) return
  const left = nextPage(tabId, ['onCommitted'])
  await browser.tabs.update(tabId, { url: blockPageFor(url) }).catch(() => undefined)
  await left
}
