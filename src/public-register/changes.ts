import type { Status } from '../order/time/status.ts'
import type { PublishedOrder } from './published-order.ts'

/** Something that became of an order: a status, another version, or that it is published no more. */
export interface Change {
  /** ISO instant. */
  at: string
  order: string
  version: number
  what: Status | 'changed' | 'withdrawn'
}

/** An order that the register once had: enough to say what was there. */
export interface Withdrawn {
  id: string
  version: number
  /** ISO instant. */
  at: string
  title: string
  decision: string
}

/** An earlier register, as it was written. */
export interface Past {
  organization?: string
  /** The code of the language of pages that are asked for in none. */
  language?: string
  orders: { id: string; version: number; title: string; decision: string; hidden: boolean }[]
  withdrawn: Withdrawn[]
  changes: Change[]
}

export const nothingYet: Past = { orders: [], withdrawn: [], changes: [] }

/** The changes of all orders, newest first: what happened to documents as the past has it, what to orders as they say. */
export function changesSince(past: Past, orders: readonly PublishedOrder[], now: number): Change[] {
  const at = new Date(now).toISOString()
  const known = new Map(past.orders.map((one) => [one.id, one]))
  const there = new Set(orders.map(({ record }) => record.order.id))
  const ofDocuments: Change[] = [
    ...past.changes.filter(({ what }) => what === 'changed' || what === 'withdrawn'),
    ...orders.flatMap(({ record: { order } }): Change[] => {
      const before = known.get(order.id)
      const isNew = before !== undefined && before.version !== order.version
      return isNew ? [{ at, order: order.id, version: order.version, what: 'changed' }] : []
    }),
    ...past.orders.flatMap(({ id, version }): Change[] =>
      there.has(id) ? [] : [{ at, order: id, version, what: 'withdrawn' }],
    ),
  ]
  const ofOrders = orders.flatMap(({ record: { order, schedule } }) =>
    schedule.flatMap(({ from, status }): Change[] =>
      from === null || from > now
        ? []
        : [{ at: new Date(from).toISOString(), order: order.id, version: order.version, what: status }],
    ),
  )
  return [...ofDocuments, ...ofOrders].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

/** Orders that are published no more, unless they are again. */
export function withdrawnSince(past: Past, orders: readonly PublishedOrder[], now: number): Withdrawn[] {
  const there = new Set(orders.map(({ record }) => record.order.id))
  const at = new Date(now).toISOString()
  const gone = past.orders.map(({ id, version, title, decision }) => ({ id, version, title, decision, at }))
  const all = new Map([...gone, ...past.withdrawn].map((one) => [one.id, one]))
  return [...all.values()].filter(({ id }) => !there.has(id))
}

/** The register as a site has it; nothing where it is not one, or damaged: then it begins anew. */
export function readPast(text: string | undefined): Past {
  if (text === undefined) return nothingYet
  try {
    const past = JSON.parse(text) as Past & { format?: unknown }
    const isOne = past.format === registerFormat && [past.orders, past.withdrawn, past.changes].every(Array.isArray)
    return isOne ? past : nothingYet
  } catch {
    return nothingYet
  }
}

export const registerFormat = 'writ-public-register/1'
