import type { Duration } from '../order/dates.ts'
import type { Term } from '../order/order.ts'
import type { Words } from './words.ts'

const units = [
  ['year', /(\d+)Y/],
  ['month', /^P[^T]*?(\d+)M/],
  ['week', /(\d+)W/],
  ['day', /(\d+)D/],
  ['hour', /(\d+)H/],
  ['minute', /T.*?(\d+)M/],
] as const

/** A length of time in words, in the units that the document has: "12 months" is not "1 year". */
export function durationText(duration: Duration, words: Words): string {
  if (typeof duration !== 'string') return words.count('workingDays', duration.workingDays)
  const parts = units.flatMap(([unit, pattern]) => {
    const count = Number(pattern.exec(duration)?.[1] ?? 0)
    return count === 0 ? [] : [words.length(count, unit)]
  })
  return words.list(parts)
}

/** Within how long the measures are to be carried out, and from when that is counted. */
export function complyText({ complyWithin, complyFrom = 'pronouncement' }: Term, words: Words): string | undefined {
  return complyWithin && words.named('span', complyFrom, durationText(complyWithin, words))
}

/** How long the measures last, and from when that is counted. */
export function lastsText({ duration, durationFrom = 'pronouncement' }: Term, words: Words): string | undefined {
  return duration && words.named('lasts', durationFrom, durationText(duration, words))
}

/** The rule by which the end follows: "within 15 days of service, then 12 months from when the measures are put in place". */
export function ruleText(term: Term, words: Words): string {
  const [within, lasts] = [complyText(term, words), lastsText(term, words)]
  const runsFromCompliance = term.durationFrom === 'implementation' && term.implemented === undefined
  return within && lasts && runsFromCompliance ? words.say('ruleThen', within, lasts) : (lasts ?? '')
}
