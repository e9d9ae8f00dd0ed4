import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'

/**
 * The court's days. A date without a time is a day in the court's time zone; a day begins at its first instant there,
 * which is not always midnight.
 *
 * Uses temporal-polyfill's functions: importing its classes doubled the pages' bundle.
 */

/** Epoch ms at which the day of an ISO `date` begins in the IANA `timeZone`. */
export function startOfDay(date: string, timeZone: string): number {
  return PlainDate.toZonedDateTime(day(date), timeZone).epochMilliseconds
}

/** Epoch ms at which the day of an ISO `date` is over: an order is in force through its last day. */
export function endOfDay(date: string, timeZone: string): number {
  return startOfDay(addDays(date, 1), timeZone)
}

/** @throws RangeError for a day that does not exist */
export function day(date: string): PlainDate.Record {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
  return PlainDate.create(year, month, dayOfMonth)
}

export function addDays(date: string, days: number): string {
  return PlainDate.toString(PlainDate.addDays(day(date), days))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The ISO date on which an instant (epoch ms) falls in an IANA time zone. */
export function dayIn(timeZone: string, at: number): string {
  // Of the languages that browsers have, Swedish writes dates as ISO 8601 does.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format.format(at)
}

/** Epoch ms of an ISO instant. */
export function instant(text: string): number {
  return Instant.fromString(text).epochMilliseconds
}

/** Whether `text` is the ISO date of a day that exists, in the years 1000 to 9999: no court sat before, and later ones have more digits. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  // A register has a million: the calendar's own objects take thirty times as long.
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether `text` is an ISO instant: with a time and an offset or `Z`. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && succeeds(() => Instant.fromString(text))
}

export function isTimeZone(text: string): boolean {
  return /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(text) && succeeds(() => startOfDay('2000-01-01', text))
}

/** Whether an attempt does not throw. */
export function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
