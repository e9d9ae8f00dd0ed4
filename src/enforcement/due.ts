import { nextChange } from '../order/time/status.ts'
import type { OrderRecord } from '../standing/record.ts'
import type { Enforced } from './enforced.ts'

/** A day: a clock that was set, or a machine that slept, is noticed by then. */
const longest = 24 * 60 * 60 * 1000

/** Milliseconds between tries of what was interrupted, failed or was refused: each may compile a million names. */
export const untilRetry = 60 * 1000

/** The next instant (epoch ms) after `now` at which an order or a single target begins or ends. */
export function nextChangeOf(records: readonly OrderRecord[], now: number): number | undefined {
  let next = Infinity
  for (const { schedule, targetChanges } of records) {
    next = Math.min(next, nextChange(schedule, now) ?? Infinity)
    for (const change of targetChanges) if (change > now) next = Math.min(next, change)
  }
  return next === Infinity ? undefined : next
}

/**
 * Epoch ms of the next look. There always is one, even where no change is to come: the clock that says so may be wrong. A
 * change that is past was refused by the browser, and is tried again soon.
 */
export function nextLook(next: number = Infinity, now: number): number {
  return next > now ? Math.min(next, now + longest) : now + untilRetry
}

/**
 * Whether a start of the background has to reconcile without having been asked.
 *
 * @param last epoch ms of the last reconciliation. One that lies ahead was made by a clock that has been put right since.
 *   One that came when the change was due, and left it due, was refused by the browser: it is not tried at every start.
 */
export function isDue({ nextChange: next = Infinity }: Enforced, last: number, now: number): boolean {
  if (last > now) return true
  return next <= now && (last < next || last <= now - untilRetry)
}
