import * as Temporal from 'temporal-polyfill/fns/Duration'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { addDays, day, dayIn, instant, isDate, succeeds } from './calendar.ts'
import { lastDay } from './edtf.ts'
import type { Duration, EventDate } from '../dates.ts'

/** A day, in ms. */
const dayLength = 86_400_000

/**
 * Whether `text` is an ISO 8601 duration that is not empty: in days, weeks, months and years, or in minutes, hours and
 * days. A month and half an hour is no length that a court gives.
 */
export function isDuration(text: string): boolean {
  const isOne =
    /^P(?=.*[1-9])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.test(text) || /^P(?=.*[1-9])(\d+D)?T(?=\d)(\d+H)?(\d+M)?$/.test(text)
  return isOne && succeeds(() => Temporal.fromString(text))
}

/**
 * Adds a duration to an event: a day, or where both know more than the day, an instant. `P12M` after 30 January
 * is 30 January. A month that has no such day ends the duration on its last day, as article 641 of the French Code of
 * civil procedure has it. Hours after a day whose hour is not known are whole days. Of a date that may be several days,
 * it is the latest.
 */
export function addDuration(event: EventDate, duration: Duration, timeZone: string): EventDate {
  const date = event.includes('T') ? dayIn(timeZone, instant(event)) : lastDay(event)
  if (typeof duration !== 'string') return addWorkingDays(date, duration.workingDays)
  if (!duration.includes('T')) return PlainDate.toString(PlainDate.add(day(date), Temporal.fromString(duration)))
  const length = Temporal.total(Temporal.fromString(duration), { unit: 'milliseconds' })
  if (!event.includes('T')) return addDays(date, Math.floor(length / dayLength))
  return new Date(instant(event) + length).toISOString()
}

/** Monday to Friday: the country's holidays are not known here. */
function addWorkingDays(date: string, days: number): string {
  const weekday = PlainDate.dayOfWeek(day(date))
  // From a Saturday or Sunday it is counted as from the Friday before.
  const friday = weekday > 5 ? addDays(date, 5 - weekday) : date
  const left = days % 5
  const overWeekend = Math.min(weekday, 5) + left > 5 ? 2 : 0
  return addDays(friday, Math.floor(days / 5) * 7 + left + overWeekend)
}

/** Whether an event and what comes after it are days that can be written: in the years up to 9999. */
export function isReached(event: EventDate, durations: readonly Duration[], timeZone: string): boolean {
  try {
    return isDate(durations.reduce<EventDate>((at, one) => addDuration(at, one, timeZone), event).slice(0, 10))
  } catch {
    return false
  }
}
