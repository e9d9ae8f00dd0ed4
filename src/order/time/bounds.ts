import type { EventDate } from '../dates.ts'
import type { Order, Term } from '../order.ts'
import { instant, startOfDay } from './calendar.ts'
import { addDuration } from './duration.ts'
import { isExact, lastDay, latest, over } from './edtf.ts'

/** From when until when measures last, as far as a term says. */
export interface Bounds {
  /** Epoch ms: service, else the decision. */
  start: number
  /** Time runs from a service of which no day is known. */
  startUnknown: boolean
  /** Epoch ms at which the last day is over; none where no end is known. */
  end?: number
  /** The date behind `end`. */
  lastDate?: EventDate
  /** Epoch ms from which nobody has made sure that it still stands. */
  unknownFrom?: number
  startApproximate: boolean
  endApproximate: boolean
  /** The end follows from a day that is an inference itself: from the last lawful day to comply, or one that is about. */
  endComputed: boolean
}

/** The events and days that a term runs from. */
export interface Origin extends Pick<Order, 'timeZone' | 'decisions' | 'checkedOn'> {
  /** The day of the decision that gave it. */
  decided: EventDate
  /** The term that it extends. */
  before?: Bounds
}

/**
 * Start: the day of service, else of the decision. End: `until`, or the duration after its event. Where the day on which
 * measures were put in place is not known, it is taken as the last lawful one: service plus the time to comply.
 */
export function boundsOf(term: Term, origin: Origin): Bounds {
  const { timeZone, decided, before } = origin
  const served = term.startFrom === 'pronouncement' ? decided : (term.served ?? decided)
  const runsFromService = (term.startFrom ?? term.complyFrom) === 'service'
  const start = before
    ? { start: before.start, startUnknown: before.startUnknown, startApproximate: before.startApproximate }
    : {
        start: latest(served, timeZone),
        startUnknown: runsFromService && term.served === undefined,
        startApproximate: !isExact(served),
      }
  const end = endOf(term, origin)
  if (end)
    return {
      ...start,
      end: over(end.date, timeZone),
      lastDate: end.date,
      endApproximate: !isExact(end.date) || end.inferred,
      endComputed: end.inferred,
    }
  return { ...start, unknownFrom: unknownFrom(term, origin), endApproximate: false, endComputed: false }
}

function endOf(term: Term, origin: Origin): { date: EventDate; inferred: boolean } | undefined {
  const { until, duration, durationFrom = 'pronouncement' } = term
  if (until !== undefined) {
    const date = typeof until === 'object' ? until.date : until
    return date === undefined ? undefined : { date, inferred: false }
  }
  if (duration === undefined) return undefined
  const event = eventOf(durationFrom, term, origin)
  return (
    event && {
      date: addDuration(event.date, duration, origin.timeZone),
      inferred: event.inferred || !isExact(event.date),
    }
  )
}

type Event = { date: EventDate; inferred: boolean }

function eventOf(
  from: NonNullable<Term['durationFrom']>,
  term: Term,
  { decided, before, timeZone }: Origin,
): Event | undefined {
  const { served, implemented, complyWithin, complyFrom } = term
  if (from === 'end')
    return before?.lastDate === undefined ? undefined : { date: before.lastDate, inferred: before.endComputed }
  if (from === 'pronouncement') return { date: decided, inferred: false }
  const known = from === 'service' ? served : implemented
  if (known !== undefined) return { date: known, inferred: false }
  if (from === 'service') return { date: decided, inferred: true }
  const begun = complyFrom === 'pronouncement' ? decided : (served ?? decided)
  return { date: complyWithin === undefined ? begun : addDuration(begun, complyWithin, timeZone), inferred: true }
}

/** How long after the last look an order without an end is taken to stand. */
const yearsOfTrust = 'P3Y'

/**
 * Without an end: three years after somebody made sure of it, or else after its last decision; of an event or a condition
 * with a day for a review, once that is over and nobody has looked since.
 */
function unknownFrom({ until }: Term, { decisions, checkedOn, timeZone }: Origin): number {
  const review = typeof until === 'object' ? until.review : undefined
  if (review !== undefined && (checkedOn ?? '') < review) return over(review, timeZone)
  const looked = [...decisions.map(({ date }) => lastDay(date)), checkedOn ?? ''].toSorted().at(-1)!
  return startOfDay(addDuration(looked, yearsOfTrust, timeZone), timeZone)
}

/** A stretch of time, in epoch ms. */
export interface Stretch {
  from: number
  to: number
}

/** Windows in any order, overlapping, or equal, as stretches that do not touch, oldest first. */
export function mergedWindows(windows: readonly { start: string; end: string }[]): Stretch[] {
  const merged: Stretch[] = []
  const stretches = windows.map(({ start, end }) => ({ from: instant(start), to: instant(end) }))
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
