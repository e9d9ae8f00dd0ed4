import { addDuration, endOfDay, instant, startOfDay } from './calendar.ts'
import type { Order } from '../order.ts'
import { standingAt } from './decisions.ts'
import type { Change, Schedule, Status } from './status.ts'

type Dated = Pick<Order, 'decisions' | 'term' | 'timeZone'>

/** From when until when an order's measures last, as far as its document says. */
export interface Span {
  /** Epoch ms: the day of service, else of the first decision. */
  start: number
  /** Epoch ms at which the last day is over; none with an open end. */
  end?: number
  startApproximate: boolean
  endApproximate: boolean
}

/**
 * Start: the day of service, else of the first decision. End: `until`, or the duration after its event. Where the day on
 * which measures were put in place is not known, it is taken as the last lawful one: service plus the time to comply.
 */
export function span({ decisions, term, timeZone }: Dated): Span {
  const first = { date: decisions[0].date, approximate: false }
  const served = term.served ?? first
  const start = startOfDay(served.date, timeZone)
  const approximate = { startApproximate: served.approximate, endApproximate: false }
  if (term.until !== undefined) return { start, end: endOfDay(term.until, timeZone), ...approximate }
  if (term.duration === undefined) return { start, ...approximate }
  const event = { pronouncement: first, service: served, implementation: implemented(term, first, served) }[
    term.durationFrom ?? 'pronouncement'
  ]
  const end = endOfDay(addDuration(event.date, term.duration), timeZone)
  return { start, end, startApproximate: served.approximate, endApproximate: event.approximate }
}

type Event = NonNullable<Order['term']['served']>

function implemented(term: Order['term'], first: Event, served: Event): Event {
  if (term.implemented) return term.implemented
  const { date } = term.complyFrom === 'pronouncement' ? first : served
  return { date: term.complyWithin ? addDuration(date, term.complyWithin) : date, approximate: true }
}

/**
 * All that the document says of time, as a list of instants. The status at each is the first of these that is so:
 *
 *   lifted      a decision dated by then lifts the order
 *   suspended   a decision suspends it, and none since confirms or orders it
 *   pending     before the start
 *   ended       past the end
 *   paused      outside every window of an order for live events
 *   in-force    otherwise
 */
export function schedule(order: Dated): Schedule {
  const { start, end } = span(order)
  const windows = (order.term.windows ?? []).map((window) => ({ from: instant(window.start), to: instant(window.end) }))
  const decided = order.decisions.map(({ date }) => startOfDay(date, order.timeZone))

  const statusFrom = (at: number): Status => {
    const against = standingAt(order, at)
    if (against) return against.status
    if (at < start) return 'pending'
    if (end !== undefined && at >= end) return 'ended'
    return windows.length > 0 && !windows.some(({ from, to }) => from <= at && at < to) ? 'paused' : 'in-force'
  }

  const instants = [start, end, ...decided, ...windows.flatMap(({ from, to }) => [from, to])]
  const changes: Change[] = [{ from: null, status: statusFrom(-Infinity) }]
  for (const at of [...new Set(instants)].filter((at) => at !== undefined).toSorted((a, b) => a - b)) {
    const status = statusFrom(at)
    if (status !== changes.at(-1)!.status) changes.push({ from: at, status })
  }
  return changes
}
