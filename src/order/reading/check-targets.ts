import { withoutFinalDot } from '../final-dot.ts'
import { instant } from '../time/calendar.ts'
import { entries, isDay, isMoment, valueIn } from './peek.ts'
import { isObject, type Report } from './reader.ts'

/** One pass without a copy: a list may have a million entries. */
export function checkTargets(targets: unknown, path: string, decisions: number, report: Report): void {
  if (!Array.isArray(targets)) return
  const seen = new Set<string>()
  targets.forEach((target: unknown, at) => {
    const value = valueIn(target)
    if (value !== undefined) {
      const plain = comparable(value)
      if (seen.has(plain)) report.warning('duplicate-target', `${path}[${at}]`, 'is listed already')
      seen.add(plain)
    }
    if (!isObject(target)) return
    checkAnnotations(target, `${path}[${at}]`, decisions, report)
  })
}

function checkAnnotations(
  { addedBy, addedOn, liftedOn, window }: Record<string, unknown>,
  path: string,
  decisions: number,
  report: Report,
): void {
  const item = (list: unknown, at: number) => (Array.isArray(list) ? `[${at}]` : '')
  for (const [at, index] of [addedBy].flat().entries())
    if (Number.isInteger(index) && (index as number) >= decisions)
      report.issue(
        'added-by',
        `${path}.addedBy${item(addedBy, at)}`,
        `must be the index of one of the ${decisions} decisions`,
      )
  if (comesBefore(liftedOn, addedOn)) report.issue('lifted-before-added', `${path}.liftedOn`, 'is before addedOn')
  entries([window].flat()).forEach(({ start, end }, at) => {
    if (isMoment(start) && isMoment(end) && instant(end) <= instant(start))
      report.issue('window-order', `${path}.window${item(window, at)}`, 'ends before it starts')
  })
}

/** Compares two days or two instants; whether a day comes before an instant depends on the court's zone. */
function comesBefore(one: unknown, other: unknown): boolean {
  if (isMoment(one) && isMoment(other)) return instant(one) < instant(other)
  return isDay(one) && isDay(other) && one < other
}

/** Whether each measure applies to something: to the order's targets, its own, or those of windows. */
export function checkThatMeasuresHaveTargets(
  { measures, targets, withheld, term }: Record<string, unknown>,
  report: Report,
): void {
  // A list that is no list at all: its reader has said so, and what it would have held nobody knows.
  if (targets !== undefined && !Array.isArray(targets)) return
  const hasShared = isFilled(targets) || hasWindowTargets(term)
  entries(measures).forEach((measure, at) => {
    const own = measure['targets']
    const isEmpty = Array.isArray(own) && own.length === 0
    if (report.lenient && isEmpty) return
    if (isEmpty && hasShared)
      report.issue(
        'measure-without-targets',
        `measures[${at}].targets`,
        'is empty: leave it out for the order’s targets',
      )
    else if (!hasShared && !isObject(withheld) && (own === undefined || isEmpty) && !hasWindowTargets(measure['term']))
      report.issue(
        'measure-without-targets',
        `measures[${at}]`,
        'applies to nothing: neither it nor the order has targets; say in withheld why they are not listed',
      )
  })
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0
}

function hasWindowTargets(term: unknown): boolean {
  return isObject(term) && entries(term['windows']).some(({ targets }) => isFilled(targets))
}

/** Spellings of one name become one; what else a name may be spelled as is left to the URL standard. */
function comparable(value: string): string {
  return value.includes('/') ? value : withoutFinalDot(value.toLowerCase())
}
