import type { Order } from '../order/order.ts'
import { schedule, span } from '../order/time/schedule.ts'
import { targetChanges, targetCount } from '../order/targets/placed.ts'
import { recordKey, type OrderRecord } from './record.ts'

/** What is kept of an order beside its targets: its head, and what follows from the document alone. */
export function recordOf(
  order: Order,
  { provenance, choice, digest, addedAt }: Pick<OrderRecord, 'provenance' | 'choice' | 'digest' | 'addedAt'>,
): OrderRecord {
  const { targets: _, ...head } = order
  return {
    key: recordKey(provenance, order.id),
    provenance,
    order: { ...head, targetCount: targetCount(order) },
    schedule: schedule(order),
    span: span(order),
    targetChanges: targetChanges(order),
    digest,
    choice,
    addedAt,
  }
}
