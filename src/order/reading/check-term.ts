import type { Duration } from '../dates.ts'
import { instant } from '../time/calendar.ts'
import { isDuration, isReached } from '../time/duration.ts'
import { firstDay, lastDay } from '../time/edtf.ts'
import { entries, isEvent, isMoment } from './peek.ts'
import { isObject, type Report } from './reader.ts'

type Given = Record<string, unknown>

/** Whether a term has one end at most, and its days and windows fit together. @param decided the day of its decision */
export function checkTerm(term: unknown, path: string, decided: unknown, report: Report): void {
  if (!isObject(term)) return
  const { duration, durationFrom, complyWithin, complyFrom, windows } = term
  if (endsOf(term) > 1)
    report.issue('term-ends', path, 'has more than one end: keep one of until, duration and openEnded')
  if (duration !== undefined && durationFrom === undefined)
    report.issue('missing', `${path}.durationFrom`, 'is required beside a duration')
  if (durationFrom === 'end' && !path.startsWith('decisions['))
    report.issue('not-one-of', `${path}.durationFrom`, 'can be "end" only of a decision: that of the term before it', {
      parts: ['"pronouncement", "service", "implementation"'],
    })
  if (complyWithin !== undefined && complyFrom === undefined)
    report.issue('missing', `${path}.complyFrom`, 'is required beside complyWithin')
  checkWindows(windows, path, report)
  checkReach(term, path, decided, report)
  checkOrderOfDays(term, path, decided, report)
}

/** The order's own term, or that of each of its measures, says when it ends. */
export function checkThatItEnds(term: unknown, measures: readonly Given[], report: Report): void {
  if (!isObject(term) || endsOf(term) > 0) return
  const ends =
    measures.length > 0 && measures.every((measure) => isObject(measure['term']) && endsOf(measure['term']) > 0)
  if (!ends) report.issue('term-without-end', 'term', 'needs an end: until, duration, or openEnded: true')
}

function endsOf({ until, duration, openEnded }: Given): number {
  return [until !== undefined, duration !== undefined, openEnded === true].filter(Boolean).length
}

/** From the latest day that it may run from: which one it is, is for the schedule to say. */
function checkReach({ duration, complyWithin, ...term }: Given, path: string, decided: unknown, report: Report): void {
  const from = [decided, term['served'], term['implemented']].filter(isEvent).map(lastDay).toSorted().at(-1)
  if (from === undefined || isReached(from, [complyWithin, duration].filter(isLength), 'UTC')) return
  const key = duration === undefined ? 'complyWithin' : 'duration'
  report.issue(
    'term-reach',
    `${path}.${key}`,
    'reaches beyond the year 9999: write openEnded: true where there is no end',
  )
}

function isLength(value: unknown): value is Duration {
  return isObject(value) ? Number.isSafeInteger(value['workingDays']) : typeof value === 'string' && isDuration(value)
}

/** Reports days in an impossible order: each is valid, so a digit is probably mistyped. */
function checkOrderOfDays(
  { served, implemented, until, windows }: Given,
  path: string,
  decided: unknown,
  report: Report,
) {
  if (!isEvent(decided)) return
  const early = (key: string, day: unknown, than: string, what: string) => {
    if (isEvent(day) && lastDay(day) < firstDay(than))
      report.warning('day-order', `${path}.${key}`, `is before ${what}: check the year`)
  }
  early('served', served, decided, 'the first decision')
  early('implemented', implemented, decided, 'the first decision')
  early('until', until, isEvent(served) ? served : decided, 'the measures begin')
  entries(windows).forEach(({ end }, at) => early(`windows[${at}].end`, end, decided, 'the first decision'))
}

function checkWindows(windows: unknown, path: string, report: Report): void {
  entries(windows).forEach(({ start, end }, at) => {
    if (isMoment(start) && isMoment(end) && instant(start) >= instant(end))
      report.issue('window-order', `${path}.windows[${at}]`, 'ends before it starts')
  })
}
