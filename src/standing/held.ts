import type { HeldEntry } from '../order/protected/held.ts'
import type { Acknowledgement } from './application.ts'
import type { OrderRecord } from './record.ts'

/** The entries of an order that nobody has acknowledged: they are enforced nowhere, and the order's others are. */
export function heldHere(
  { order, held = [] }: Pick<OrderRecord, 'order' | 'held'>,
  acknowledged: readonly Acknowledgement[] = [],
): HeldEntry[] {
  if (held.length === 0) return held
  const released = new Set(acknowledged.filter((one) => one.order === order.id).map(({ host }) => host))
  return held.filter(({ value }) => !released.has(value))
}
