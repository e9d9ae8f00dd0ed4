import { browser } from '../platform/browser.ts'
import type { NoticeWords, OrderNotice } from '../../src/words/search-notice.ts'
import { mostUrls, type Confirm, type Confirmed } from '../messages/search.ts'

/** Asks the background about what passed the filter, each address once. */
export interface Confirmer {
  /** Ids of the orders that cover the address; undefined until it is known. */
  ordersOf(url: string): readonly string[] | undefined
  /** Every order heard of. */
  notices(): ReadonlyMap<string, OrderNotice>
  /** Undefined until an order was heard of. */
  words(): NoticeWords | undefined
}

/** @param answered called when something asked for has become known */
export function confirmer(engine: string, answered: () => void): Confirmer {
  const known = new Map<string, readonly string[]>()
  const orders = new Map<string, OrderNotice>()
  let words: NoticeWords | undefined
  let wanted: string[] = []
  const asked = new Set<string>()

  async function ask(): Promise<void> {
    const urls = wanted.slice(0, mostUrls)
    wanted = wanted.slice(mostUrls)
    try {
      const message: Confirm = { search: 'confirm', engine, urls }
      const answer = (await browser.runtime.sendMessage(message)) as Confirmed
      for (const notice of answer.notices) orders.set(notice.id, notice)
      words = answer.words ?? words
      urls.forEach((url, at) => known.set(url, answer.orders[at] ?? []))
    } catch {
      // Without an answer results appear: the page is not to suffer from this script.
      for (const url of urls) known.set(url, [])
    }
    if (wanted.length > 0) void ask()
    answered()
  }

  return {
    ordersOf(url) {
      if (!known.has(url) && !asked.has(url)) {
        asked.add(url)
        // What one look at the page asks for goes in one message.
        if (wanted.push(url) === 1) queueMicrotask(() => void ask())
      }
      return known.get(url)
    },
    notices: () => orders,
    words: () => words,
  }
}
