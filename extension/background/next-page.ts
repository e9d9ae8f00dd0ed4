import { browser, type WebNavigation } from '../platform/browser.ts'

type Way = 'onBeforeNavigate' | 'onCommitted' | 'onErrorOccurred' | 'onReferenceFragmentUpdated'

/** The address that a tab shows next, or is on its way to; undefined where nothing of `ways` has happened for a second. */
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
    const timer = setTimeout(end, 1000)
    for (const way of ways) browser.webNavigation[way].addListener(look)
  })
}
