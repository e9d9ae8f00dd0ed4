import type { RegisterEntry } from '../register/entry.ts'
import { provenanceOf } from '../standing/record.ts'
import { isSame, type Enforced, type EnforcedOrder } from './enforced.ts'

/**
 * Entries for the register once `after` has taken the place of `before`, at `at` (epoch ms): what ended, then what
 * began.
 */
export function registerEntries(before: Enforced, after: Enforced, at: number): RegisterEntry[] {
  const missingIn = (others: EnforcedOrder[]) => (one: EnforcedOrder) => !others.some((other) => isSame(one, other))
  return [
    ...before.orders.filter(missingIn(after.orders)).map((order) => entryOf('no-longer-applied', order, at)),
    ...after.orders.filter(missingIn(before.orders)).map((order) => entryOf('applied', order, at)),
  ]
}

function entryOf(event: RegisterEntry['event'], order: EnforcedOrder, at: number): RegisterEntry {
  const { key, id, ...rest } = order
  return { at, event, order: id, provenance: provenanceOf(key), ...rest }
}
