import { targetKinds } from '../targets/target.ts'
import { isDate, isInstant } from '../time/calendar.ts'
import { isEventDate } from '../time/edtf.ts'
import { isObject } from './reader.ts'

/** Looking into a document that has not been read: whatever is not as it should be is passed over, for its reader says so. */

export function entries(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((entry) => (isObject(entry) ? entry : {})) : []
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && isDate(value)
}

export function isEvent(value: unknown): value is string {
  return typeof value === 'string' && isEventDate(value)
}

export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && isInstant(value)
}

/** The value of a target, in any of its forms. */
export function valueIn(target: unknown): string | undefined {
  const value = isObject(target) ? targetKinds.map((kind) => target[kind]).find((one) => one !== undefined) : target
  return typeof value === 'string' ? value : undefined
}
