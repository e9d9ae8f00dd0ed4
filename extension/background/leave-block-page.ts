import { isBlocked } from '../../src/standing/explain.ts'
import { browser, type Tabs } from '../platform/browser.ts'
import { explainUrl } from '../store/explaining.ts'
import { pages } from '../platform/addresses.ts'
import { nextPage } from './next-page.ts'

const leaving = new Set<number>()

/** Whether a tab is being taken back past blocked pages, which must not be covered on the way. */
export function isLeaving(tabId: number): boolean {
  return leaving.has(tabId)
}

/**
 * Takes a tab from the block page back to the last page before it that is not blocked; one that has none is closed. A single
 * step is not enough where the tab was on the site when its order came into force: every page seen there is behind the
 * block page, and leads to it again.
 *
 *   before, site/1, site/2, block page  ->  before
 *   site/1, block page                  ->  closed
 *
 * @param entries how many pages there are in its history, this one included
 */
export async function leave(tabId: number, entries: number): Promise<void> {
  leaving.add(tabId)
  try {
    for (let step = 1; step < entries; step++) {
      const loaded = nextLoad(tabId)
      const url = await stepBack(tabId)
      if (url === undefined) break
      if (!url.startsWith(pages.blocked) && !isBlocked(await explainUrl(url))) return
      await loaded
    }
    await close(tabId)
  } finally {
    leaving.delete(tabId)
  }
}

/** The address that a tab goes back to; undefined where it has none. */
async function stepBack(tabId: number): Promise<string | undefined> {
  const next = nextPage(tabId, ['onBeforeNavigate', 'onCommitted', 'onErrorOccurred', 'onReferenceFragmentUpdated'])
  // Chromium says that there is nothing behind; in Firefox nothing happens then.
  const goes = await browser.tabs.goBack(tabId).then(
    () => true,
    () => false,
  )
  return goes ? next : undefined
}

/** Milliseconds. A page may take for ever to load: somebody is waiting to get back. */
const patience = 1000

/** Settles when the tab has loaded what it loads, or takes too long. Firefox takes no further step before. */
function nextLoad(tabId: number): Promise<void> {
  const { onUpdated } = browser.tabs
  return new Promise((done) => {
    const end = () => {
      onUpdated.removeListener(look)
      clearTimeout(timer)
      done()
    }
    const look = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
      if (id === tabId && status === 'complete') end()
    }
    const timer = setTimeout(end, patience)
    onUpdated.addListener(look)
  })
}

/** With its last tab a window would go too. */
async function close(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId)
  const besides = (await browser.tabs.query({})).filter((tab) => tab.windowId === windowId && tab.id !== tabId)
  if (besides.length === 0) await browser.tabs.create({})
  await browser.tabs.remove(tabId)
}
