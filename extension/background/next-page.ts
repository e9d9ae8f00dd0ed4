import { browser, type WebNavigation } from '../platform/browser.ts'

type Way = 'onBeforeNavigate' | 'onCommitted' | 'onErrorOccurred' | 'onReferenceFragmentUpdated'

/** Milliseconds. No event says that a tab goes nowhere: a second without any does. */
const patience = 1000

/** The address that a tab shows next, or is on its way to; undefined where nothing of `ways` has happened in time. */
export function nextPage(tabId: number, ways: readonly Way[]): Promise<string | undefined> {
  return new Promise((done) => {
    const end = (url?: string) => {
      for (const way of ways) browser.webNavigation[way].removeListener(look)
      clearTimeout(timer)
      done(url)
    }
    const look = (details: Pick<WebNavigation.OnCommittedDetailsType, 'tabId' | 'frameId' | 'url'>) => {
      if (details.tabId === tabId && details.frameId === 0) end(details.url)
    }
    const timer = setTimeout(end, patience)
    for (const way of ways) browser.webNavigation[way].addListener(look)
  })
}
