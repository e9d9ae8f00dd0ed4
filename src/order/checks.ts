import { isDate, isInstant } from './calendar.ts'
import { isObject, type Report } from './reading.ts'

/**
 * What no single value shows: whether the parts of a document fit together. It looks at the document itself, so that
 * these issues too are reported beside those of single values, which have their own.
 */
export function checkOrder(document: Record<string, unknown>, report: Report): void {
  const decisions = entries(document['decisions'])
  checkDecisions(decisions, report)
  checkTerm(document['term'], report)
  const places: [string, unknown][] = [
    ['targets', document['targets']],
    ...entries(document['measures']).map((measure, at): [string, unknown] => [
      `measures[${at}].targets`,
      measure['targets'],
    ]),
    ...decisions.map((decision, at): [string, unknown] => [`decisions[${at}].targets`, decision['targets']]),
  ]
  for (const [path, targets] of places) checkTargets(targets, path, decisions.length, report)
  checkThatMeasuresHaveTargets(document, report)
}

function entries(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((entry) => (isObject(entry) ? entry : {})) : []
}

function checkDecisions(decisions: Record<string, unknown>[], report: Report): void {
  const first = decisions[0]
  if (first && typeof first['effect'] === 'string' && first['effect'] !== 'orders')
    report.issue('first-decision', 'decisions[0].effect', 'must be "orders": the first decision is the one that orders')
  decisions.forEach(({ date, effect, targets }, at) => {
    if (at > 0 && isDay(date) && isDay(first?.['date']) && date < first['date'])
      report.issue('decision-order', `decisions[${at}].date`, 'is before the first decision')
    if (targets !== undefined && effect !== 'lifts')
      report.issue('decision-targets', `decisions[${at}].targets`, 'only a decision that lifts names targets')
  })
}

function checkTerm(term: unknown, report: Report): void {
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
}

function checkWindows(windows: unknown, report: Report): void {
  let last = -Infinity
  entries(windows).forEach(({ start, end }, at) => {
    if (!isMoment(start) || !isMoment(end)) return
    if (Date.parse(start) >= Date.parse(end))
      report.issue('window-order', `term.windows[${at}]`, 'ends before it starts')
    else if (Date.parse(start) < last)
      report.issue('window-overlap', `term.windows[${at}]`, 'starts before the window above it has ended')
    last = Math.max(last, Date.parse(end))
  })
}

/** One pass without a copy: a list may have a million entries. */
function checkTargets(targets: unknown, path: string, decisions: number, report: Report): void {
  if (!Array.isArray(targets)) return
  const seen = new Set<string>()
  targets.forEach((target: unknown, at) => {
    const value = isObject(target) ? (target['domain'] ?? target['url'] ?? target['ip']) : target
    if (typeof value === 'string') {
      if (seen.has(value)) report.warning('duplicate-target', `${path}[${at}]`, 'is listed already')
      seen.add(value)
    }
    if (!isObject(target)) return
    const { addedBy, addedOn, liftedOn } = target
    if (Number.isInteger(addedBy) && (addedBy as number) >= decisions)
      report.issue('added-by', `${path}[${at}].addedBy`, `must be the index of one of the ${decisions} decisions`)
    if (isDay(addedOn) && isDay(liftedOn) && liftedOn < addedOn)
      report.issue('lifted-before-added', `${path}[${at}].liftedOn`, 'is before addedOn')
  })
}

function checkThatMeasuresHaveTargets({ measures, targets }: Record<string, unknown>, report: Report): void {
  const hasShared = Array.isArray(targets) && targets.length > 0
  entries(measures).forEach((measure, at) => {
    const own = measure['targets']
    if (!hasShared && (own === undefined || (Array.isArray(own) && own.length === 0)))
      report.issue(
        'measure-without-targets',
        `measures[${at}]`,
        'applies to nothing: neither it nor the order has targets',
      )
  })
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isDate(value)
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && isInstant(value)
}
