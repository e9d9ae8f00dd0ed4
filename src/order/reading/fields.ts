import { isDate, isDuration, isInstant, isTimeZone } from '../time/calendar.ts'
import type { EventDate } from '../order.ts'
import { string, type Report } from './reader.ts'
import { isLanguage, text } from './texts.ts'

/** The readers of an order document's single values. */

export const slug = string(
  'slug',
  (value) => /^[a-z0-9][a-z0-9-]{2,79}$/.test(value),
  'must be 3 to 80 of a-z, 0-9 and -, the first no hyphen',
)
export const language = string('language', isLanguage, 'must be a BCP 47 language tag such as "fr" or "pt-BR"')
export const jurisdiction = string(
  'jurisdiction',
  (value) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value),
  'must be an ISO 3166 code such as "FR", "GB" or "US-CA"',
)
export const timeZone = string('time-zone', isTimeZone, 'must be an IANA time zone such as "Europe/Paris"')
export const date = string('date', isDate, 'must be a day that exists, as in "2013-11-28"')
export const duration = string(
  'duration',
  isDuration,
  'must be an ISO 8601 duration of at least a day, in days, weeks, months or years, as in "P15D" or "P12M"',
)
export const instant = string('instant', isInstant, 'must be an instant with its offset, as in "2022-01-09T16:00:00Z"')
export const ecli = string(
  'ecli',
  (value) => /^ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}$/.test(value),
  'must be a European Case Law Identifier, as in "ECLI:FR:CCASS:2017:C100909"',
)

/** A link that a page may show: of the web, without a password in it. */
export function link(value: unknown, path: string, report: Report): string | undefined {
  const given = text(value, path, report)
  if (given === undefined) return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return report.issue('link', path, 'must be an http or https address')
  return url.href
}

/** `2014-01-15`, or `2014-01-15~` for about that day. */
export function eventDate(value: unknown, path: string, report: Report): EventDate | undefined {
  const approximate = typeof value === 'string' && value.endsWith('~')
  const day = date(approximate ? value.slice(0, -1) : value, path, report)
  return day === undefined ? undefined : { date: day, approximate }
}
