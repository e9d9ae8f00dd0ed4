import { addDuration, instant, isDate, isDuration } from '../time/calendar.ts'
import { entries, isDay, isMoment } from './peek.ts'
import { isObject, type Report } from './reader.ts'

/** Whether a term has one end, and its days and windows fit together. @param decided the day of the first decision */
export function checkTerm(term: unknown, decided: unknown, report: Report): void {
  if (!isObject(term)) return
  const { until, duration, durationFrom, openEnded, complyWithin, complyFrom, windows } = term
  const ends = [until !== undefined, duration !== undefined, openEnded === true].filter(Boolean).length
  if (ends === 0) report.issue('term-without-end', 'term', 'needs an end: until, duration, or openEnded: true')
  if (ends > 1) report.issue('term-ends', 'term', 'has more than one end: keep one of until, duration and openEnded')
  if (duration !== undefined && durationFrom === undefined)
    report.issue('missing', 'term.durationFrom', 'is required beside a duration')
  if (complyWithin !== undefined && complyFrom === undefined)
    report.issue('missing', 'term.complyFrom', 'is required beside complyWithin')
  checkWindows(windows, report)
  checkReach(term, decided, report)
  checkOrderOfDays(term, decided, report)
}

/** Checks the term's reach, measured from the latest possible start; `schedule` decides the real one. */
function checkReach(
  { duration, complyWithin, ...term }: Record<string, unknown>,
  decided: unknown,
  report: Report,
): void {
  const from = [decided, ...events(term)].filter(isDay).toSorted().at(-1)
  if (from === undefined) return
  const lengths = [complyWithin, duration].filter((one) => typeof one === 'string' && isDuration(one)) as string[]
  try {
    if (isDate(lengths.reduce(addDuration, from))) return
  } catch {
    // Out of the calendar's own bounds.
  }
  const path = duration === undefined ? 'term.complyWithin' : 'term.duration'
  report.issue('term-reach', path, 'reaches beyond the year 9999: write openEnded: true where there is no end')
}

/** The days that a document gives to what happened; `~` after one means about. */
function events({ served, implemented }: Record<string, unknown>): (string | undefined)[] {
  return [served, implemented].map((day) => (typeof day === 'string' ? day.replace(/~$/, '') : undefined))
}

/** Reports days in an impossible order: each is valid, so a digit is probably mistyped. */
function checkOrderOfDays(term: Record<string, unknown>, decided: unknown, report: Report): void {
  if (!isDay(decided)) return
  const [served, implemented] = events(term)
  const { until, windows } = term
  const early = (path: string, day: unknown, than: string, what: string) => {
    if (isDay(day) && day < than) report.warning('day-order', `term.${path}`, `is before ${what}: check the year`)
  }
  early('served', served, decided, 'the first decision')
  early('implemented', implemented, decided, 'the first decision')
  early('until', until, isDay(served) ? served : decided, 'the measures begin')
  entries(windows).forEach(({ end }, at) =>
    early(`windows[${at}].end`, isMoment(end) ? end.slice(0, 10) : end, decided, 'the first decision'),
  )
}

function checkWindows(windows: unknown, report: Report): void {
  let last = -Infinity
  entries(windows).forEach(({ start, end }, at) => {
    if (!isMoment(start) || !isMoment(end)) return
    if (instant(start) >= instant(end)) report.issue('window-order', `term.windows[${at}]`, 'ends before it starts')
    else if (instant(start) < last)
      report.issue('window-overlap', `term.windows[${at}]`, 'starts before the window above it has ended')
    last = Math.max(last, instant(end))
  })
}
