import type { Status } from '../../../src/order/time/status.ts'
import type { OrderHere } from '../../../src/standing/here.ts'
import { keyOf, type CountKey } from '../../../src/words/message-key.ts'

/** A status, or what is done here: applied at all, applied beyond the term by choice. */
export type StateFilter = 'every' | 'applied' | 'beyond-term' | Status
export const stateFilters: StateFilter[] = [
  'every',
  'applied',
  'beyond-term',
  'in-force',
  'unknown',
  'pending',
  'paused',
  'suspended',
  'ended',
  'lifted',
]

export function isInState({ status, applied, beyondTerm }: OrderHere, state: StateFilter): boolean {
  if (state === 'every') return true
  if (state === 'applied') return applied
  return state === 'beyond-term' ? beyondTerm : status === state
}

/** Counts the orders in each state. */
export function tally(orders: readonly OrderHere[]): Record<StateFilter, number> {
  const counts = Object.fromEntries(stateFilters.map((state) => [state, 0])) as Record<StateFilter, number>
  for (const order of orders) {
    counts.every++
    counts[order.status]++
    if (order.applied) counts.applied++
    if (order.beyondTerm) counts['beyond-term']++
  }
  return counts
}

/** The message that counts the orders of a state. */
export function tallyKey(state: Exclude<StateFilter, 'every'>): CountKey {
  return keyOf('tally', state)
}
