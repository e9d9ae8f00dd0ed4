import { checkTargets, checkThatMeasuresHaveTargets } from './check-targets.ts'
import { checkTerm } from './check-term.ts'
import { entries, isDay } from './peek.ts'
import type { Report } from './reader.ts'

/**
 * Checks what no single value shows: whether the parts of a document fit together. It looks at the document itself, so
 * that these issues too are reported beside those of single values, which have their own.
 */
export function checkOrder(document: Record<string, unknown>, report: Report): void {
  const decisions = entries(document['decisions'])
  checkDecisions(decisions, report)
  checkTerm(document['term'], decisions[0]?.['date'], report)
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
