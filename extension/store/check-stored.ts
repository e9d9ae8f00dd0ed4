import { precedence, type OrderRecord } from '../../src/standing/record.ts'
import { isObject } from '../../src/order/reading/reader.ts'
import type { EffectiveSettings } from './state.ts'

/**
 * The rows of a store of orders that are records. One that was damaged, or that another version wrote, must not keep the
 * others from being applied: nothing is read of it.
 */
export function checkedRecords(rows: readonly unknown[]): OrderRecord[] {
  return rows.filter(isSound)
}

/** What every reader of records relies on. */
function isSound(row: unknown): row is OrderRecord {
  const { key, provenance, order, schedule, targetChanges, digest } = (row ?? {}) as Partial<OrderRecord>
  return (
    typeof key === 'string' &&
    typeof digest === 'string' &&
    provenance !== undefined &&
    precedence.includes(provenance) &&
    typeof order?.id === 'string' &&
    Array.isArray(schedule) &&
    Array.isArray(targetChanges)
  )
}

/** What holds, as it is stored; throws where that is damaged: a page that showed it in part would say what is not so. */
export function checkedEffective(stored: unknown): EffectiveSettings | undefined {
  if (stored !== undefined && !(isObject(stored) && isObject(stored['settings'])))
    throw new Error('the settings that hold are stored in a form that cannot be read')
  return stored as EffectiveSettings | undefined
}
