import { application, choiceOf, type Choices } from './application.ts'
import { nextChange, statusAt } from '../order/time/status.ts'
import type { OrderRecord } from './record.ts'

export interface AppliedOrder {
  record: OrderRecord
  /** Beyond the court's term, by choice. */
  beyondTerm: boolean
}

/** Those of the listed orders that are enforced at `now` (epoch ms). */
export function appliedOrders(records: readonly OrderRecord[], choices: Choices, now: number): AppliedOrder[] {
  return records.flatMap((record) => {
    const { applied, beyondTerm } = application(
      statusAt(record.schedule, now),
      choiceOf(record, choices),
      choices.afterTerm,
    )
    return applied ? [{ record, beyondTerm }] : []
  })
}

/** The next instant (epoch ms) after `now` at which an order or a single target begins or ends. */
export function nextChangeOf(records: readonly OrderRecord[], now: number): number | undefined {
  let next = Infinity
  for (const { schedule, targetChanges } of records) {
    next = Math.min(next, nextChange(schedule, now) ?? Infinity)
    for (const change of targetChanges) if (change > now) next = Math.min(next, change)
  }
  return next === Infinity ? undefined : next
}
