import { isDate, isInstant, isTimeZone } from '../time/calendar.ts'
import { isDuration } from '../time/duration.ts'
import { isEventDate } from '../time/edtf.ts'
import type { Duration } from '../dates.ts'
import { isObject, object, required, string, wholeNumber, type Report } from './reader.ts'
import { isLanguage, text } from './texts.ts'
import { parseUrl } from '../../parse-url.ts'

/** The readers of an order document's single values. */

export const slug = string(
  'slug',
  (value) => /^[a-z0-9][a-z0-9-]{2,79}$/.test(value),
  'must be 3 to 80 of a-z, 0-9 and -, the first no hyphen',
)
export const language = string('language', isLanguage, 'must be a BCP 47 language tag such as "fr" or "pt-BR"')
export const jurisdiction = string(
  'jurisdiction',
  (value) => /^(?!UK\b)[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value),
  'must be an ISO 3166 code such as "FR", "GB" (of the United Kingdom, which is not "UK") or "US-CA"',
)
export const timeZone = string('time-zone', isTimeZone, 'must be an IANA time zone such as "Europe/Paris"')
export const date = string('date', isDate, 'must be a day that exists, as in "2013-11-28"')
/** A word of the document's own: of a list that is open. */
export const word = string(
  'word',
  (value) => /^[a-z][a-z0-9-]{0,39}$/.test(value),
  'must be a word of a-z, 0-9 and -, such as "block", "delist" or "remove-app"',
)
/** The day of an act, as well as it is known. */
export const eventDay = string(
  'date',
  (value) => isEventDate(value) && !value.includes('T'),
  'must be a day, month or year that exists, as in "2013-11-28", "2013-11" or "2013", with ~ for about or ? for not sure',
)
export const eventDate = string(
  'date',
  isEventDate,
  'must be a day, month or year that exists, as in "2013-11-28", "2013-11" or "2013", with ~ for about or ? for not sure, or an instant with its offset',
)
export const dayOrInstant = string(
  'date',
  (value) => isDate(value) || isInstant(value),
  'must be a day that exists, as in "2013-11-28", or an instant with its offset, as in "2022-01-09T16:00:00Z"',
)
const isoDuration = string(
  'duration',
  isDuration,
  'must be an ISO 8601 duration, as in "PT30M", "P15D" or "P12M", or an object: {"workingDays": 15}',
)
const workingDays = object({ workingDays: required(wholeNumber(1)) })
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
  const url = parseUrl(given)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return report.issue('link', path, 'must be an http or https address')
  return url.href
}

/** An ISO 8601 duration, or `{"workingDays": 15}`. */
export function duration(value: unknown, path: string, report: Report): Duration | undefined {
  return isObject(value) ? workingDays(value, path, report) : isoDuration(value, path, report)
}
