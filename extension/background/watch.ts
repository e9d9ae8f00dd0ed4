import { addressesOf } from '../../src/enforcement/tab-addresses.ts'
import { filtersFor, type Watch, type Watched } from '../../src/enforcement/watch.ts'
import { browser, build, type WebNavigation } from '../platform/browser.ts'
import { watchAtStart } from '../store/watch-at-start.ts'
import { countPart } from './count-parts.ts'
import { coverTab } from './open-tabs.ts'

type Details = WebNavigation.OnCommittedDetailsType | WebNavigation.OnErrorOccurredDetailsType

function look({ tabId, frameId, url }: Pick<Details, 'tabId' | 'frameId' | 'url'>): void {
  if (frameId === 0) void coverTab(tabId, url)
}

/**
 * Explains requests that were stopped without a redirect: no host access, URL targets. Fires only where something failed,
 * so it needs no filter, and a page on which nothing is stopped costs nothing. Other extensions' blocks come here too:
 * `coverTab` and `countPart` ask.
 */
export function watchErrors(): void {
  browser.webNavigation.onErrorOccurred.addListener((details) => {
    if (details.frameId === 0) look(details)
    else void countPart(details.tabId, details.url)
  })
}

/**
 * In Firefox the source of a page and its reader view are asked for past the rules, under addresses of their own: their tab
 * goes to the block page once they are there.
 */
export function watchViews(): void {
  if (build !== 'firefox') return
  const url = [{ schemes: ['view-source'] }, { urlPrefix: 'about:reader?' }]
  browser.webNavigation.onCommitted.addListener(lookBehind, { url })
}

function lookBehind({ tabId, frameId, url }: Pick<Details, 'tabId' | 'frameId' | 'url'>): void {
  if (frameId === 0) for (const address of addressesOf({ url })) void coverTab(tabId, address)
}

let watching: Watch = { committed: [], moved: [] }

/**
 * A page that came to a tab (from a network, a service worker or a cache) has committed. A page that moves by pushState
 * stays on its host: only those hosts are listened to of which an order names single addresses.
 */
export function watchNavigations(watch: Watch): void {
  if (JSON.stringify(watching) === JSON.stringify(watch)) return
  watching = watch
  const { onCommitted, onHistoryStateUpdated } = browser.webNavigation
  listen(onCommitted, watch.committed)
  listen(onHistoryStateUpdated, watch.moved)
  watchAtStart.set(watch)
}

/**
 * To be called in the first turn, once what is remembered is watched. Firefox wakes a suspended event page only for the
 * listeners that were added while it started, with the filters that they had then (`EventManager.addListener` in
 * ExtensionCommon.sys.mjs of ESR 153): what is added later is heard until it falls asleep. So where the watch has changed
 * since, it is started once more, a second after it fell asleep: an alarm that rang before would keep it awake. That start
 * looks at the open tabs too, for what came meanwhile.
 */
export function watchPastSleep(): void {
  if (build !== 'firefox') return
  const atStart = watching
  browser.runtime.onSuspend.addListener(() => {
    if (watching !== atStart) browser.alarms.create('watch', { when: Date.now() + 1000 })
  })
}

type NavigationEvent = WebNavigation.Static['onCommitted'] | WebNavigation.Static['onHistoryStateUpdated']

function listen(event: NavigationEvent, watched: Watched): void {
  event.removeListener(look)
  if (watched === 'all') event.addListener(look)
  else if (watched.length > 0) event.addListener(look, { url: watched.flatMap(filtersFor) })
}
