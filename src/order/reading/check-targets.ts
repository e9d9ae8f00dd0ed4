import { withoutFinalDot } from '../final-dot.ts'
import { entries, isDay, valueIn } from './peek.ts'
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
    const { addedBy, addedOn, liftedOn } = target
    if (Number.isInteger(addedBy) && (addedBy as number) >= decisions)
      report.issue('added-by', `${path}[${at}].addedBy`, `must be the index of one of the ${decisions} decisions`)
    if (isDay(addedOn) && isDay(liftedOn) && liftedOn < addedOn)
      report.issue('lifted-before-added', `${path}[${at}].liftedOn`, 'is before addedOn')
  })
}

export function checkThatMeasuresHaveTargets({ measures, targets }: Record<string, unknown>, report: Report): void {
  const hasShared = Array.isArray(targets) && targets.length > 0
  entries(measures).forEach((measure, at) => {
    const own = measure['targets']
    const isEmpty = Array.isArray(own) && own.length === 0
    if (isEmpty && hasShared)
      report.issue(
        'measure-without-targets',
        `measures[${at}].targets`,
        'is empty: leave it out for the order’s targets',
      )
    else if (!hasShared && (own === undefined || isEmpty))
      report.issue(
        'measure-without-targets',
        `measures[${at}]`,
        'applies to nothing: neither it nor the order has targets',
      )
  })
}

/** Spellings of one name become one; what else a name may be spelled as is left to the URL standard. */
function comparable(value: string): string {
  return value.includes('/') ? value : withoutFinalDot(value.toLowerCase())
}
