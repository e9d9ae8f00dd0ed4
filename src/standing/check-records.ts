import type { Change } from '../order/time/status.ts'
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
  const { key, provenance, feed, order, schedule, targetChanges, digest, choice } = (row ?? {}) as Partial<OrderRecord>
  return (
    typeof key === 'string' &&
    typeof digest === 'string' &&
    provenance !== undefined &&
    precedence.includes(provenance) &&
    (provenance === 'feed') === (typeof feed?.root === 'string' && typeof feed.address === 'string') &&
    typeof choice === 'string' &&
    typeof order?.id === 'string' &&
    Number.isSafeInteger(order.targetCount) &&
    isList(order.decisions, isObject) &&
    Array.isArray(order.decisions[0]?.effects) &&
    isList(order.measures, isObject) &&
    isList(schedule, isChange) &&
    isList(targetChanges, Number.isFinite)
  )
}

function isList(value: unknown, is: (entry: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && value.every(is)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function isChange(value: unknown): boolean {
  const { from, status } = (value ?? {}) as Partial<Change>
  return (from === null || Number.isFinite(from)) && typeof status === 'string'
}
