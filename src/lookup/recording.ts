import type { Order } from '../order/order.ts'
import { schedule, term } from '../order/schedule.ts'
import { targetChanges } from '../order/targets.ts'
import type { OrderRecord } from './record.ts'

/** What is kept of an order beside its targets: its head, and what follows from the document alone. */
export function recordOf(
  order: Order,
  { provenance, digest, addedAt }: Pick<OrderRecord, 'provenance' | 'digest' | 'addedAt'>,
): OrderRecord {
  const { targets, ...head } = order
  return {
    key: `${provenance}:${order.id}`,
    provenance,
    order: { ...head, targetCount: targets.length },
    schedule: schedule(order),
    span: term(order),
    targetChanges: targetChanges(order),
    digest,
    addedAt,
  }
}
