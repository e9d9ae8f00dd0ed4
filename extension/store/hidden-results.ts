import { engines } from '../../src/search/engines.ts'
import type { AskHidden, Hidden } from '../messages/search.ts'
import { browser } from '../platform/browser.ts'
import type { OrderHere } from '../../src/standing/here.ts'
import { listOrders } from './overview.ts'

/** Results that are hidden on a result page. */
export interface HiddenResults {
  /** As the notice on the page and the badge say. */
  results: number
  orders: HidingOrder[]
}

export interface HidingOrder {
  order: OrderHere
  /** Results that it hides; one that several orders cover counts for each. */
  results: number
}

/** Milliseconds that the script on the page has to answer: a popup must not wait for a page that is busy. */
const patience = 500

/**
 * Results that are hidden now on the page that a tab shows, 0 where none are. The script on that page is asked, so
 * nothing is kept and nothing goes stale; it lives in a web page's process and is believed about numbers only: an order
 * that is not kept here is left out. Undefined where no result page of an engine is shown that is switched on, where
 * the browser withholds access to it, and where the page does not answer in time.
 */
export async function hiddenOn(tab: number): Promise<HiddenResults | undefined> {
  const message: AskHidden = { search: 'hidden' }
  const asking = browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => undefined)
  const answer: unknown = await Promise.race([asking, new Promise((done) => setTimeout(done, patience))])
  if (!isHidden(answer)) return undefined
  const kept = new Map((await listOrders()).map((order) => [order.record.order.id, order]))
  const orders = answer.orders.flatMap(([id, results]) => {
    const order = kept.get(id)
    return order ? [{ order, results }] : []
  })
  return { results: answer.results, orders }
}

function isHidden(answer: unknown): answer is Hidden {
  if (typeof answer !== 'object' || answer === null) return false
  const { engine, results, orders } = answer as Partial<Record<keyof Hidden, unknown>>
  const isCount = (entry: unknown) =>
    Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1])
  const isEngine = engines.some(({ id }) => id === engine)
  return isEngine && Number.isSafeInteger(results) && Array.isArray(orders) && orders.every(isCount)
}
