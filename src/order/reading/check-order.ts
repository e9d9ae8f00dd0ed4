import { firstDay, lastDay } from '../time/edtf.ts'
import { checkTargets, checkThatMeasuresHaveTargets } from './check-targets.ts'
import { checkTerm, checkThatItEnds } from './check-term.ts'
import { entries, isEvent } from './peek.ts'
import { isObject, type Report } from './reader.ts'

/**
 * Checks what no single value shows: whether the parts of a document fit together. It looks at the document itself, so
 * that these issues too are reported beside those of single values, which have their own.
 */
export function checkOrder(document: Record<string, unknown>, report: Report): void {
  const decisions = entries(document['decisions'])
  const measures = entries(document['measures'])
  checkDecisions(decisions, report)
  const decided = decisions[0]?.['date']
  const { term } = document
  checkThatItEnds(term, measures, report)
  checkTerm(term, 'term', decided, report)
  measures.forEach((measure, at) => checkTerm(measure['term'], `measures[${at}].term`, decided, report))
  for (const [path, effect, date] of effectsIn(decisions)) checkTerm(effect['term'], `${path}.term`, date, report)
  for (const [path, targets] of targetLists(document)) checkTargets(targets, path, decisions.length, report)
  checkThatMeasuresHaveTargets(document, report)
}

/** Every list of targets in a document, with its path. */
export function targetLists(document: Record<string, unknown>): [string, unknown][] {
  const measures = entries(document['measures']).map((measure, at): Holder => [`measures[${at}]`, measure])
  const effects = effectsIn(entries(document['decisions'])).map(([path, effect]): Holder => [path, effect])
  const holders: Holder[] = [['', document], ...measures, ...effects]
  const terms = holders.map(([path, one]): Holder => [under(path, 'term'), isObject(one['term']) ? one['term'] : {}])
  const windows = terms.flatMap(([path, one]) =>
    entries(one['windows']).map((window, at): Holder => [`${path}.windows[${at}]`, window]),
  )
  return [...holders, ...windows].flatMap(([path, one]) =>
    one['targets'] === undefined ? [] : [[under(path, 'targets'), one['targets']]],
  )
}

type Holder = [path: string, holder: Record<string, unknown>]

function under(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** Decisions, and effects that are objects in them: whatever may have limits and a term; with the day of the decision. */
function effectsIn(decisions: Record<string, unknown>[]): [string, Record<string, unknown>, unknown][] {
  return decisions.flatMap((decision, at) => {
    const { effect, date } = decision
    const path = `decisions[${at}]`
    const own = Array.isArray(effect)
      ? entries(effect).map((one, nth): [string, typeof one, unknown] => [`${path}.effect[${nth}]`, one, date])
      : isObject(effect)
        ? [[`${path}.effect`, effect, date] as [string, typeof effect, unknown]]
        : []
    return [[path, decision, date], ...own]
  })
}

function checkDecisions(decisions: Record<string, unknown>[], report: Report): void {
  const first = decisions[0]
  if (first && effectNames(first).length > 0 && !effectNames(first).includes('orders'))
    report.issue('first-decision', 'decisions[0].effect', 'must be "orders": the first decision is the one that orders')
  const ordered = first?.['date']
  decisions.forEach(({ date }, at) => {
    if (at > 0 && isEvent(date) && isEvent(ordered) && lastDay(date) < firstDay(ordered))
      report.issue('decision-order', `decisions[${at}].date`, 'is before the first decision')
  })
}

function effectNames({ effect }: Record<string, unknown>): string[] {
  const effects = Array.isArray(effect) ? effect : [effect]
  return effects
    .map((one: unknown) => (isObject(one) ? one['effect'] : one))
    .filter((name): name is string => typeof name === 'string')
}
