import type { Order } from '../../../../src/order/order.ts'
import type { Status } from '../../../../src/order/time/status.ts'

/**
 * The status of an order at an instant by a straight reading of its decisions, one after the other, with the court's days
 * worked out by another way than the project's: for a test that holds the schedule to it. It knows whole orders of one
 * measure, whose dates are days.
 */
export function slowStatus({ decisions, term, timeZone, checkedOn }: Order, at: number): Status {
  const begins = (day: string) => startOf(day, timeZone)
  const isOver = (day: string) => at >= startOf(nextDay(day), timeZone)
  const state = { history: [] as { ruling: string }[] }
  let end = endOf(term, decisions[0].date)
  for (const { date, effects } of decisions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    if (at < begins(date)) continue
    for (const { does, until, term: own } of effects) {
      if (own) end = endOf(own, date)
      if (does === 'confirms') state.history = state.history.filter(({ ruling }) => ruling !== 'suspended')
      if (typeof until === 'string' && isOver(until)) continue
      const ruling = rulings[does]
      if (ruling) state.history.push({ ruling })
    }
  }
  const last = state.history.at(-1)?.ruling
  const hasOrdered = at >= begins(decisions[0].date)
  if (last === 'lifted' || last === 'suspended') return last
  if (!hasOrdered || at < begins(term.served ?? decisions[0].date)) return 'pending'
  if (last === undefined || (end !== undefined && isOver(end))) return 'ended'
  const windows = term.windows ?? []
  if (windows.length > 0 && !windows.some(({ start, end: to }) => Date.parse(start) <= at && at < Date.parse(to)))
    return 'paused'
  if (term.complyFrom === 'service' && term.served === undefined) return 'unknown'
  const looked = [...decisions.map(({ date }) => date), checkedOn ?? ''].toSorted().at(-1)!
  return end === undefined && at >= begins(yearsLater(looked, 3)) ? 'unknown' : 'in-force'
}

const rulings: Record<string, string> = {
  orders: 'ordered',
  resumes: 'ordered',
  revives: 'ordered',
  suspends: 'suspended',
  lifts: 'lifted',
  quashes: 'lifted',
}

function endOf({ until, duration }: Order['term'], decided: string): string | undefined {
  if (typeof until === 'string') return until
  return typeof duration === 'string' ? yearsLater(decided, Number(duration.slice(1, -1))) : undefined
}

function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split('-')
  const later = `${Number(year) + years}-${month}-${date}`
  return Number.isNaN(Date.parse(later)) || !new Date(later).toISOString().startsWith(later)
    ? `${Number(year) + years}-02-28`
    : later
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The first instant of a day in a zone, found by halving. */
function startOf(day: string, timeZone: string): number {
  const format = (formats[timeZone] ??= new Intl.DateTimeFormat('sv-SE', { timeZone }))
  const noon = Date.parse(`${day}T12:00:00Z`)
  let [before, after] = [noon - 2 * 86_400_000, noon + 86_400_000]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (format.format(middle) < day) before = middle
    else after = middle
  }
  return after
}

const formats: Record<string, Intl.DateTimeFormat> = {}
