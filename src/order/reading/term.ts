import type { Ending, EventDate } from '../dates.ts'
import type { Target, Term } from '../order.ts'
import { date, duration, eventDate, instant } from './fields.ts'
import { most } from './most.ts'
import { flag, isObject, list, object, oneOf, optional, required, type Reader } from './reader.ts'
import { localText } from './texts.ts'

/** A term: of an order, or of a measure or a decision. Whether it has an end is for `checkTerm`. */
export function term(language: string, targets: Reader<Target[]>): Reader<Term> {
  return object({
    complyWithin: optional(duration),
    complyFrom: optional(oneOf('pronouncement', 'service')),
    startFrom: optional(oneOf('pronouncement', 'service')),
    duration: optional(duration),
    durationFrom: optional(oneOf('pronouncement', 'service', 'implementation', 'end')),
    until: optional(until(language)),
    openEnded: optional(flag),
    served: optional(eventDate),
    implemented: optional(eventDate),
    windows: optional(
      list(
        object({
          start: required(instant),
          end: required(instant),
          event: optional(localText(language)),
          targets: optional(targets),
        }),
        most.windows,
      ),
    ),
  })
}

/** The last day; or an event or a condition, in words. */
export function until(language: string): Reader<EventDate | Ending> {
  const words = localText(language)
  const ending = object({
    event: optional(words),
    condition: optional(words),
    date: optional(eventDate),
    review: optional(date),
  })
  return (value, path, report) => {
    if (!isObject(value)) return eventDate(value, path, report)
    const read = ending(value, path, report)
    if (read && (read.event === undefined) === (read.condition === undefined))
      return report.issue('ending', path, 'must have one of event and condition: what is to come, in words')
    return read
  }
}
