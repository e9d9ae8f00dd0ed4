import { nextChange } from '../order/time/status.ts'
import type { OrderRecord } from './record.ts'

/** The next instant (epoch ms) after `now` at which an order or a single target begins or ends. */
export function nextChangeOf(records: readonly OrderRecord[], now: number): number | undefined {
  let next = Infinity
  for (const { schedule, targetChanges } of records) {
    next = Math.min(next, nextChange(schedule, now) ?? Infinity)
    for (const change of targetChanges) if (change > now) next = Math.min(next, change)
  }
  return next === Infinity ? undefined : next
}
