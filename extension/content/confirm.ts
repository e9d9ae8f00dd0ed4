import { browser } from '../platform/browser.ts'
import type { NoticeWords, OrderNotice } from '../../src/words/search-notice.ts'
import { mostUrls, type Confirm, type Confirmed } from '../messages/search.ts'

/** Asks the background about what passed the filter: each address once, and again where nobody answered. */
export interface Confirmer {
  /** Ids of the orders that cover the address; undefined until it is known. */
  ordersOf(url: string): readonly string[] | undefined
  /** Every order heard of. */
  notices(): ReadonlyMap<string, OrderNotice>
  /** Undefined until an order was heard of. */
  words(): NoticeWords | undefined
}

/** Milliseconds until a question that nobody answered is asked again; twice as many each time. */
const firstWait = 1000
const longestWait = 60_000

/** @param answered called when something asked for has become known */
export function confirmer(engine: string, answered: () => void): Confirmer {
  const known = new Map<string, readonly string[]>()
  const orders = new Map<string, OrderNotice>()
  let words: NoticeWords | undefined
  let wanted: string[] = []
  const asked = new Set<string>()
  let wait = firstWait

  async function ask(): Promise<void> {
    const urls = wanted.slice(0, mostUrls)
    wanted = wanted.slice(mostUrls)
    try {
      const message: Confirm = { search: 'confirm', engine, urls }
      const answer = (await browser.runtime.sendMessage(message)) as Confirmed
      for (const notice of answer.notices) orders.set(notice.id, notice)
      words = answer.words ?? words
      urls.forEach((url, at) => known.set(url, answer.orders[at] ?? []))
      wait = firstWait
    } catch {
      // Without an answer results appear: the page is not to suffer from this script.
      for (const url of urls) known.set(url, [])
      setTimeout(() => want(urls), wait)
      wait = Math.min(2 * wait, longestWait)
    }
    if (wanted.length > 0) void ask()
    answered()
  }

  /** Asks for all that one look at the page wants in one message. */
  function want(urls: readonly string[]): void {
    if (wanted.length === 0) queueMicrotask(() => void ask())
    wanted.push(...urls)
  }

  return {
    ordersOf(url) {
      if (!asked.has(url)) want([url])
      asked.add(url)
      return known.get(url)
    },
    notices: () => orders,
    words: () => words,
  }
}
