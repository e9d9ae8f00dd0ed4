import type { Effect, Order, Target } from '../order.ts'
import { hostsOf } from '../targets/named.ts'
import { valueOf } from '../targets/target.ts'
import type { Report } from './reader.ts'

/**
 * Whether what a decision names is there: a lift that lifts nothing would leave in force what a court has lifted. Limits
 * that stand beside `effect` are the same list in each of its effects, and are looked at once.
 */
export function checkNamed(order: Order, report: Report): void {
  const { decisions, measures } = order
  if (!decisions.some(({ effects }) => effects.some(isLimited))) return
  const listed = listedIn(order)
  const addressed = new Set(
    measures.flatMap(({ addressees }) => addressees.flatMap(({ name = {} }) => Object.values(name))),
  )
  decisions.forEach(({ effects }, at) => {
    const seen = new Set<unknown>()
    effects.forEach((effect, nth) => {
      const path = (key: keyof Effect) => pathOf(effects, at, nth, key)
      const fresh = (list: readonly unknown[] | undefined) => list !== undefined && !seen.has(list) && seen.add(list)
      if (fresh(effect.targets)) checkTargets(effect.targets!, listed, path('targets'), report)
      if (fresh(effect.measures))
        effect.measures!.forEach((index, which) => {
          if (index >= measures.length)
            report.issue(
              'measure-index',
              `${path('measures')}[${which}]`,
              `must be the index of one of the ${measures.length} measures`,
            )
        })
      if (fresh(effect.addressees))
        effect.addressees!.forEach((name, which) => {
          if (!addressed.has(name))
            report.issue(
              'lifts-nothing',
              `${path('addressees')}[${which}]`,
              'is no addressee of a measure: write the name as it stands there',
            )
        })
      if (effect.decision !== undefined && effect.decision >= decisions.length)
        report.issue(
          'decision-index',
          path('decision'),
          `must be the index of one of the ${decisions.length} decisions`,
        )
    })
  })
}

function isLimited({ targets, measures, addressees, decision }: Effect): boolean {
  return [targets, measures, addressees, decision].some((limit) => limit !== undefined)
}

/** Limits of all effects stand beside them, those of one in it. */
function pathOf(effects: readonly Effect[], decision: number, nth: number, key: keyof Effect): string {
  const isShared = effects.every((effect) => effect[key] === effects[0]![key])
  return isShared ? `decisions[${decision}].${key}` : `decisions[${decision}].effect[${nth}].${key}`
}

function checkTargets(named: readonly Target[], listed: ReadonlySet<string>, path: string, report: Report): void {
  if (named.length === 0 && !report.lenient)
    report.issue('lifts-nothing', path, 'is empty: leave it out where it is of the whole order')
  named.forEach((target, index) => {
    if (!listed.has(valueOf(target)))
      report.issue(
        'lifts-nothing',
        `${path}[${index}]`,
        'is neither a target of the order nor a domain above one: name what is listed',
      )
  })
}

function listedIn({ targets, measures, term }: Order): Set<string> {
  const windows = [term, ...measures.flatMap((measure) => measure.term ?? [])].flatMap(({ windows = [] }) => windows)
  const listed = new Set<string>()
  for (const list of [targets, ...[...measures, ...windows].map((one) => one.targets ?? [])])
    for (const target of list) for (const value of [valueOf(target), ...hostsOf(target)]) listed.add(value)
  return listed
}
