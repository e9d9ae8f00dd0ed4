import type { Issue } from '../order/issue.ts'
import type { Limitation } from '../rules/limitations.ts'
import type { OrderHere } from '../standing/here.ts'
import type { FeedOrigin } from '../standing/record.ts'
import type { Watch } from './watch.ts'

/** The state that the browser was last told to enforce. */
export interface Enforced {
  /** As in the marker rule; empty when nothing is enforced. */
  fingerprint: string
  /** Epoch milliseconds. */
  at: number
  orders: EnforcedOrder[]
  domains: number
  urls: number
  rules: number
  limitations: (Issue | Limitation)[]
  /** Hosts whose navigations are watched beside the rules. */
  watch: Watch
  /** Epoch ms at which the next order or target begins or ends. */
  nextChange?: number
}

/** The issue of a browser that refused the rules, and keeps the last ones. */
export function rulesRefused(reason: string): Issue {
  const message = `the browser refused the new rules and keeps the last ones: ${reason}`
  return { code: refused, path: '', message }
}

/** Whether a limitation is that issue. */
export function isRefusal(limitation: Issue | Limitation): limitation is Issue {
  return limitation.code === refused
}

const refused = 'rules-refused'

/** An order that is applied, with all that the register says once it no longer is: its record may be gone by then. */
export interface EnforcedOrder {
  /** Its record's. */
  key: string
  id: string
  version: number
  /** SHA-256 of the document's text, hexadecimal. */
  digest: string
  /** The feed by which it came, where it came by one. */
  feed?: FeedOrigin
  /** Beyond its term, by choice. */
  beyondTerm: boolean
  /** The number of targets that it lists, those included that are not enforced. */
  targets: number
}

export const nothingEnforced: Enforced = {
  fingerprint: '',
  at: 0,
  orders: [],
  domains: 0,
  urls: 0,
  rules: 0,
  limitations: [],
  watch: { committed: [], moved: [] },
}

export function enforcedOrder({ record, beyondTerm }: OrderHere): EnforcedOrder {
  const { key, feed, digest, order } = record
  const by = feed ? { feed } : {}
  return { key, ...by, id: order.id, version: order.version, digest, beyondTerm, targets: order.targetCount }
}

/** Whether two are one order, applied for one reason. */
export function isSame(a: EnforcedOrder, b: EnforcedOrder): boolean {
  return a.key === b.key && a.digest === b.digest && a.beyondTerm === b.beyondTerm
}
