import type { ExplainedOrder } from '../../src/standing/explain.ts'
import { addresses, delistedBy } from '../../src/search/decide.ts'
import type { Engine } from '../../src/search/engine.ts'
import { engines } from '../../src/search/engines.ts'
import { noticeWords, orderNotice } from '../../src/words/search-notice.ts'
import { once } from '../../src/once.ts'
import { longestUrl, mostUrls, type Confirmed, type SearchMessage } from '../messages/search.ts'
import { browser, type Runtime, type Scripting } from '../platform/browser.ts'
import { explainUrl } from '../store/explaining.ts'
import { readEffective } from '../store/reader.ts'
import { browserWords } from '../platform/words.ts'
import { pathOf } from './open-result-pages.ts'
import { keptFilter } from './search-filter.ts'
import { onMessage } from './on-message.ts'
import { showBadge } from './badge.ts'

/**
 * Answers the script on result pages. It lives in a web page's process, so nothing it says is believed beyond its own
 * tab: it may ask about addresses, and tell a number for that tab's badge.
 */
export function answerSearchPages(): void {
  onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const tab = sender.tab?.id
    if (sender.id !== browser.runtime.id || tab === undefined || sender.frameId === undefined) return undefined
    if (!isSearchMessage(message)) return undefined
    if (message.search === 'begin') return beginSearch({ tabId: tab, frameIds: [sender.frameId] })
    if (message.search === 'filter') return keptFilter().then((filter) => filter ?? null)
    // The badge is the page's: what a frame in it shows says so itself.
    if (message.search === 'shown') return sender.frameId === 0 ? showBadge(tab, message.results) : undefined
    const engine = engines.find(({ id }) => id === message.engine)
    return engine && confirm(message.urls, engine)
  })
}

function isSearchMessage(message: unknown): message is SearchMessage {
  if (typeof message !== 'object' || message === null || !('search' in message)) return false
  const { search, urls, results } = message as Record<string, unknown>
  if (search === 'confirm') return Array.isArray(urls) && urls.length <= mostUrls && urls.every(isShort)
  return search === 'begin' || search === 'filter' || (search === 'shown' && Number.isSafeInteger(results))
}

/** The script reads no longer address. */
function isShort(url: unknown): boolean {
  return typeof url === 'string' && url.length <= longestUrl
}

async function confirm(urls: readonly string[], engine: Engine): Promise<Confirmed> {
  const { scope } = (await readEffective()).settings
  const now = Date.now()
  const named = new Map<string, ExplainedOrder>()
  const orders = await Promise.all(
    urls.map(async (url) => {
      const explanation = await explainUrl(url, now)
      const delisting = explanation ? delistedBy(explanation, engine, scope) : []
      for (const order of delisting) named.set(order.record.order.id, order)
      return delisting.map(({ record }) => record.order.id)
    }),
  )
  // Once for each order, however many addresses it covers.
  const words = browserWords()
  const notices = [...named.values()].map((one) => orderNotice(one, addresses(one.record.order, engine), words, now))
  return { orders, notices, ...(notices.length > 0 ? { words: ownNoticeWords() } : {}) }
}

const ownNoticeWords = once(() => noticeWords(browserWords()))

/** Runs the script of result pages where one has appeared without a load. */
async function beginSearch(target: Scripting.InjectionTarget): Promise<void> {
  const [onPages] = browser.runtime.getManifest().content_scripts!
  await browser.scripting.executeScript({ target, files: [pathOf(onPages!.js!.at(-1)!)], injectImmediately: true })
}
