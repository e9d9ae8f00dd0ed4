import { precedence, type OrderRecord } from './record.ts'

/**
 * The rows of a store of orders that are records. One that was damaged, or that another version wrote, must not keep the
 * others from being applied: nothing is read of it.
 */
export function checkedRecords(rows: readonly unknown[]): OrderRecord[] {
  return rows.filter(isSound)
}

/** Whether the row has what every reader of records relies on. */
function isSound(row: unknown): row is OrderRecord {
  const { key, provenance, order, schedule, targetChanges, digest } = (row ?? {}) as Partial<OrderRecord>
  return (
    typeof key === 'string' &&
    typeof digest === 'string' &&
    provenance !== undefined &&
    precedence.includes(provenance) &&
    typeof order?.id === 'string' &&
    Array.isArray(order.decisions?.[0]?.effects) &&
    Array.isArray(schedule) &&
    Array.isArray(targetChanges)
  )
}
