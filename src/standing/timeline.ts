import { dayIn, instant } from '../order/time/calendar.ts'
import { isApproximate, lastDay, undoubted } from '../order/time/edtf.ts'
import type { EventDate } from '../order/dates.ts'
import type { Decision, Window } from '../order/order.ts'
import { statusAt, type Status } from '../order/time/status.ts'
import type { OrderRecord } from './record.ts'

/** The life of an order, as a list of days and as a picture: what happened when, and what held between. */
export interface Timeline {
  /** Oldest first. */
  days: Day[]
  /** Statuses over time, oldest first and without gaps. */
  stretches: Stretch[]
  /** Where in the picture the present is, from 0 to 1. */
  today: number
}

/** A day in the court's time zone. */
export interface Day {
  /** ISO date; a month or a year where the document knows no more. */
  date: string
  /** The document says "about". */
  approximate: boolean
  events: TimelineEvent[]
  /** The status from here until the next day shown. */
  after: Stretch['status']
}

export type TimelineEvent =
  | { kind: 'decision'; decision: Decision }
  | { kind: 'served' | 'implemented' | 'start' | 'end' | 'today' }
  /** The window of a live order that is open or comes next; epoch ms. */
  | ({ kind: 'window'; from: number; to: number } & Pick<Window, 'event' | 'targets'>)

interface Stretch {
  /** In parts of the picture, from 0 to 1. */
  from: number
  to: number
  /** `beyond-term`: the court's term has ended, and from now on it is applied by choice. */
  status: Status | 'beyond-term'
}

/**
 * The timeline of an order at `now` (epoch ms).
 *
 * @param beyondTerm whether it is applied beyond its term
 */
export function timelineOf(record: OrderRecord, beyondTerm: boolean, now: number): Timeline {
  const status = (at: number) => (beyondTerm && at >= now ? 'beyond-term' : statusAt(record.schedule, at))
  const days = daysOf(record, now)
  const from = noon(days[0]!.date)
  const last = Math.max(noon(days.at(-1)!.date), now)
  // What has no end goes on beyond the present, and the picture with it.
  const goesOn = beyondTerm || record.span.end === undefined
  const to = last + (goesOn ? Math.max(dayLength, (last - from) / 8) : 0)
  const part = (at: number) => (to === from ? 1 : Math.min(1, Math.max(0, (at - from) / (to - from))))
  const changes = [...record.schedule.flatMap(({ from: at }) => at ?? []), now].filter((at) => from < at && at < to)
  const starts = [from, ...changes.toSorted((a, b) => a - b)]
  return {
    days: days.map((day, at) => {
      const next = days[at + 1]
      return {
        ...day,
        after: status(next ? (noon(day.date) + noon(next.date)) / 2 : Math.max(to, noon(day.date) + dayLength)),
      }
    }),
    stretches: merge(starts.map((at, n) => ({ from: part(at), to: part(starts[n + 1] ?? to), status: status(at) }))),
    today: part(now),
  }
}

const dayLength = 86_400_000

/** The middle of a day, in which no time zone is on another. */
function noon(date: string): number {
  return Date.parse(`${lastDay(date)}T12:00:00Z`)
}

function daysOf({ order, span }: OrderRecord, now: number): Omit<Day, 'after'>[] {
  const { decisions, term, timeZone } = order
  const dayAt = (at: number) => dayIn(timeZone, at)
  const days = new Map<string, Omit<Day, 'after'>>()
  const add = (date: string, event: TimelineEvent, approximate = false) => {
    const day = days.get(date) ?? { date, approximate, events: [] }
    days.set(date, { date, approximate: day.approximate || approximate, events: [...day.events, event] })
  }
  const addEvent = (date: EventDate, event: TimelineEvent) =>
    add(date.includes('T') ? dayAt(instant(date)) : undoubted(date), event, isApproximate(date))
  for (const decision of decisions) addEvent(decision.date, { kind: 'decision', decision })
  if (term.served) addEvent(term.served, { kind: 'served' })
  if (term.implemented) addEvent(term.implemented, { kind: 'implemented' })
  if (!span.startUnknown) add(dayAt(span.start), { kind: 'start' }, span.startApproximate)
  const window = windowAt(order, now)
  if (window) add(dayAt(window.from), { kind: 'window', ...window })
  // The last day is the one that is over at the end.
  if (span.end !== undefined) add(dayAt(span.end - 1), { kind: 'end' }, span.endApproximate)
  add(dayAt(now), { kind: 'today' })
  return [...days.values()].toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))
}

function windowAt({ term }: OrderRecord['order'], now: number) {
  const windows = (term.windows ?? []).map(({ start, end, ...facts }) => ({
    from: instant(start),
    to: instant(end),
    ...facts,
  }))
  return windows.filter(({ to }) => to > now).toSorted((a, b) => a.from - b.from)[0]
}

/** Neighbours of the same status become one. */
function merge(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last?.status === stretch.status) last.to = stretch.to
    else result.push(stretch)
  }
  return result
}
