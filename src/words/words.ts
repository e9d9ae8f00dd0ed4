import type { LocalText } from '../order/order.ts'
import type { EventDate } from '../order/dates.ts'
import { once } from '../once.ts'
import { keyOf, type CountKey, type MessageKey, type Named } from './message-key.ts'
import { phraseIn, type Phrase } from './phrase.ts'

/** Puts facts into one language: its messages, plurals, dates and lists. */
export interface Words {
  /** BCP 47. */
  language: string
  /** The message `key` with `$1`, `$2` ... filled in. */
  say(key: MessageKey, ...parts: (string | number)[]): string
  /** The message that names a value, as `say` fills it: 'status', 'in-force' -> status_in_force. */
  named<Kind extends string>(kind: Kind, value: Named<Kind>, ...parts: (string | number)[]): string
  /** The message `keyOne`, `keyOther` ... for a count, which is its `$1`. */
  count(key: CountKey, count: number, ...parts: string[]): string
  /** A count on its own. */
  number(value: number): string
  /** An instant (epoch ms) as a day in the IANA `timeZone`, in long form. */
  day(at: number, timeZone: string): string
  /** An instant (epoch ms) with its hour: in the IANA `timeZone`, which it names, else in the reader's own. */
  instant(at: number, timeZone?: string): string
  /** The span from one instant (epoch ms) to another, with their hours, in the IANA `timeZone`, which it names. */
  between(from: number, to: number, timeZone: string): string
  /** A date in long form, as exactly as it is known and with its doubt (EDTF): `2014-01~` is "about January 2014". */
  date(date: EventDate): string
  /** A text in this language, else in the first there is. */
  text(text: LocalText): string
  /** The same, marked with its language where that is another one. */
  phrase(text: LocalText): Phrase
  list(items: readonly string[]): string
  /** A count of a unit of time in full: "12 months". */
  length(count: number, unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'): string
  /** The country of an ISO 3166 code; the code itself, where it has no name here. */
  region(code: string): string
}

/**
 * @param message the message of a key, with its parts filled in; empty when there is none
 */
export function wordsOf(language: string, message: (key: string, parts: string[]) => string): Words {
  // Making one costs an opening page about as much as reading the store: made once, and only where it is needed.
  const plurals = once(() => new Intl.PluralRules(language))
  const lists = once(() => new Intl.ListFormat(language, { type: 'conjunction' }))
  const numbers = once(() => new Intl.NumberFormat(language))
  const say = (key: string, ...parts: (string | number)[]) => message(key, parts.map(String))
  const days = new Map<string, Intl.DateTimeFormat>()
  const day: Words['day'] = (at, timeZone) => {
    const format = days.get(timeZone) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
    days.set(timeZone, format)
    return dateIn(language, format.format(at))
  }
  const hours = new Map<string | undefined, Intl.DateTimeFormat>()
  const hoursIn = (timeZone?: string) => {
    const format = hours.get(timeZone) ?? new Intl.DateTimeFormat(language, { ...dayAndHour, ...inZone(timeZone) })
    hours.set(timeZone, format)
    return format
  }
  const datesByPrecision = new Map<number, Intl.DateTimeFormat>()
  const dates = (parts: number) => {
    const format =
      datesByPrecision.get(parts) ?? new Intl.DateTimeFormat(language, { ...longDate[parts - 1], timeZone: 'UTC' })
    datesByPrecision.set(parts, format)
    return format
  }
  const phrase: Words['phrase'] = (text) => {
    const base = language.split('-')[0]!
    const near = Object.keys(text).find((one) => one.split('-')[0] === base)
    const tag = [language, base, near, ...Object.keys(text)].find(
      (one) => one !== undefined && Object.hasOwn(text, one),
    )
    return tag === undefined ? { text: '' } : phraseIn(text[tag]!, tag, language)
  }
  return {
    language,
    say,
    named: (kind, value, ...parts) => say(keyOf(kind, value), ...parts),
    count(key, count, ...parts) {
      // Below a thousand there is nothing to group, and making the format would cost a result page more than its results.
      const shown = count < 1000 ? String(count) : numbers().format(count)
      const category = plurals().select(count)
      const suffix = category[0]!.toUpperCase() + category.slice(1)
      return say(`${key}${suffix}`, shown, ...parts) || say(`${key}Other`, shown, ...parts)
    },
    number: (value) => numbers().format(value),
    day,
    instant: (at, timeZone) => dateIn(language, hoursIn(timeZone).format(at)),
    between: (from, to, timeZone) => dateIn(language, hoursIn(timeZone).formatRange(from, to)),
    date: (given) => dateText(given, say, (at, parts) => dateIn(language, dates(parts).format(at))),
    text: (text) => phrase(text).text,
    phrase,
    list: (items) => lists().format(items),
    length: (count, unit) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    region: (code) => regionIn(language, code),
  }
}

const dayAndHour = { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const

/** A year; a month of it; a day of that. */
const longDate = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { dateStyle: 'long' },
] as const satisfies Intl.DateTimeFormatOptions[]

/** @param format of an instant (epoch ms) in UTC, by as many parts as are known of a date */
function dateText(date: EventDate, say: Words['say'], format: (at: number, parts: number) => string): string {
  const [plain = '', doubt = ''] = date.split(/([~?%])$/)
  const parts = plain.slice(0, 10).split('-')
  const text = format(Date.parse(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`), parts.length)
  const near = '~%'.includes(doubt || ' ') ? say('about', text) : text
  return '?%'.includes(doubt || ' ') ? say('notSure', near) : near
}

function regionIn(language: string, code: string): string {
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(code.split('-')[0]!) ?? code
  return code.includes('-') ? `${name} (${code})` : name
}

/** `dateStyle` takes no zone's name beside it. */
function inZone(timeZone: string | undefined): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? {} : { timeZone, timeZoneName: 'short' }
}

/**
 * A date as the language sets it. No line ends between a day and the month behind it: `30. | Januar`, `28 | de | mayo`.
 * The first of a month is an ordinal in French, which formats do not know: `1er février`.
 */
function dateIn(language: string, date: string): string {
  const unbroken = date.replaceAll(/(?<!\d)\d{1,2}\.?( de)? (?=\p{Letter}{3})/gu, (day) =>
    day.replaceAll(' ', '\u00a0'),
  )
  return language.startsWith('fr') ? unbroken.replaceAll(/(?<![\d:])1(?=\u00a0\p{Letter}{3})/gu, '1er') : unbroken
}

/** Messages as the browsers' `_locales` hold them. */
export type Catalogue = Readonly<Record<string, { message: string }>>

/** Fills `$1`, `$2` ... as browsers do. */
export function messageOf(catalogue: Catalogue): (key: string, parts: string[]) => string {
  return (key, parts) =>
    Object.hasOwn(catalogue, key)
      ? catalogue[key]!.message.replaceAll(/\$(\d)/g, (_, number: string) => parts[Number(number) - 1] ?? '')
      : ''
}
