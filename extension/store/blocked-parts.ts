import { isObject } from '../../src/order/reading/reader.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { item } from './items.ts'
import { readStore } from './reader.ts'

/** Frames of a tab's page that orders have stopped. */
export interface StoppedParts {
  count: number
  /** Keys of the orders that stopped them. */
  orders: string[]
}

/** By tab; those whose badge has gone with their page are of an earlier one. */
export const stoppedParts = item<Record<string, StoppedParts>>(
  'parts',
  {},
  (stored) => isObject(stored) && Object.values(stored).every(isParts),
  'session',
)

function isParts(value: unknown): boolean {
  return isObject(value) && Number.isSafeInteger(value['count']) && Array.isArray(value['orders'])
}

/** Frames that were stopped on the page that a tab shows now: browsers clear a tab's badge with its page. */
export async function partsOn(tabId: number): Promise<StoppedParts | undefined> {
  const [badge, all] = await Promise.all([browser.action.getBadgeText({ tabId }), stoppedParts.get()])
  return badge === '' ? undefined : all[tabId]
}

/** The same, with the orders themselves. */
export async function explainedParts(tabId: number): Promise<{ count: number; orders: OrderRecord[] } | undefined> {
  const parts = await partsOn(tabId)
  if (!parts) return undefined
  const records = await readStore((reader) => reader.records(parts.orders))
  return { count: parts.count, orders: [...records.values()] }
}
