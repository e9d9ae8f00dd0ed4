import { isDate } from '../order/time/calendar.ts'

/**
 * A day as registers write it, as an ISO date; undefined for what is none. The day stands before the month:
 *
 *   04.01.2023, 4. 1. 2023, 4/1/2023   2023-01-04
 *   2023-01-04, 2023/01/04             2023-01-04
 *   2023-01-04T10:12:00+01:00          2023-01-04: the day that is written there
 */
export function dayIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text) ?? []
  if (year !== undefined) return existing(year, month!, day!)
  const [, first, second, third] = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})(?:[T\s].*)?$/.exec(text) ?? []
  return third === undefined ? undefined : existing(third, second!, first!)
}

function existing(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}
