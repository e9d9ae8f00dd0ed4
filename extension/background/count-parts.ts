import { blockingOrders } from '../../src/words/heading.ts'
import { explainUrl } from '../store/explaining.ts'
import { partsOn, stoppedParts } from '../store/blocked-parts.ts'
import { showBadge } from './badge.ts'
import { mayBeListed } from './listed-names.ts'

let last: Promise<void> = Promise.resolve()

/**
 * Counts a frame that did not load, where an order stopped it: the browser shows nothing in its place, or an error that
 * names no reason. One after the other, for frames fail together.
 */
export async function countPart(tabId: number, url: string): Promise<void> {
  if (!(await mayBeListed(url))) return
  const explanation = await explainUrl(url)
  const orders = explanation ? blockingOrders(explanation).map(({ record }) => record.key) : []
  if (orders.length === 0) return
  last = last.then(() => count(tabId, orders)).catch(() => undefined)
  await last
}

async function count(tabId: number, orders: string[]): Promise<void> {
  const [before = { count: 0, orders: [] }, all] = await Promise.all([partsOn(tabId), stoppedParts.get()])
  const now = { count: before.count + 1, orders: [...new Set([...before.orders, ...orders])] }
  const others = Object.entries(all).filter(([tab]) => tab !== String(tabId))
  await stoppedParts.set({ ...Object.fromEntries(others.slice(-mostTabs)), [tabId]: now })
  await showBadge(tabId, now.count)
}

/** Tabs that are remembered beside the one that changes. */
const mostTabs = 50
