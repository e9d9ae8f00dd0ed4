import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { day, endOfDay, instant, isDate, isInstant, startOfDay } from './calendar.ts'
import type { EventDate } from '../dates.ts'

/**
 * Dates as well as anybody knows them: EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/) of level 0, and of
 * level 1 the marks of doubt.
 *
 *   2014-01-08    a day
 *   2014-01~      January 2014, about
 *   2014?         2014, not sure
 *   2014%         both
 *   2024-08-30T14:05-03:00
 */
export function isEventDate(text: string): boolean {
  if (text.includes('T')) return isInstant(text)
  const plain = undoubted(text)
  return isDate(plain.length === 4 ? `${plain}-01-01` : plain.length === 7 ? `${plain}-01` : plain)
}

/** A date without its marks of doubt. */
export function undoubted(date: EventDate): string {
  return date.replace(/[~?%]$/, '')
}

export function isApproximate(date: EventDate): boolean {
  return /[~%]$/.test(date)
}

export function isUncertain(date: EventDate): boolean {
  return /[?%]$/.test(date)
}

/** Whether it says the day, or more exactly still, without a doubt. */
export function isExact(date: EventDate): boolean {
  return date.length >= '2014-01-08'.length && !/[~?%]$/.test(date)
}

/** The earliest day (ISO date) that a date without a time can mean. */
export function firstDay(date: EventDate): string {
  const plain = undoubted(date)
  return plain.length === 4 ? `${plain}-01-01` : plain.length === 7 ? `${plain}-01` : plain.slice(0, 10)
}

/** The latest day (ISO date) that a date without a time can mean: `2015~` may be 31 December 2015. */
export function lastDay(date: EventDate): string {
  const plain = undoubted(date)
  if (plain.length === 4) return `${plain}-12-31`
  if (plain.length > 7) return plain.slice(0, 10)
  const first = day(`${plain}-01`)
  return `${plain}-${PlainDate.daysInMonth(first)}`
}

/** Epoch ms before which it was not. */
export function earliest(date: EventDate, timeZone: string): number {
  return date.includes('T') ? instant(date) : startOfDay(firstDay(date), timeZone)
}

/** Epoch ms from which it was for certain, as far as the date says: the beginning of the latest day that it can mean. */
export function latest(date: EventDate, timeZone: string): number {
  return date.includes('T') ? instant(date) : startOfDay(lastDay(date), timeZone)
}

/** Epoch ms at which the latest day that it can mean is over. */
export function over(date: EventDate, timeZone: string): number {
  return date.includes('T') ? instant(date) : endOfDay(lastDay(date), timeZone)
}
