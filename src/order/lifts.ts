import { startOfDay } from './calendar.ts'
import type { Decision, Order, Target } from './order.ts'
import type { Report } from './reading.ts'
import { suffixesOf } from './suffixes.ts'
import { valueOf } from './target-value.ts'

/** A decision that lifts single targets. */
export interface Lift {
  decision: Decision
  /** Epoch ms from which they no longer count. */
  at: number
  /** Where the decision stands among the order's. */
  index: number
  values: ReadonlySet<string>
}

/** The partial lifts of an order, oldest first. */
export function liftsOf({ decisions, timeZone }: Pick<Order, 'decisions' | 'timeZone'>): Lift[] {
  return decisions
    .flatMap((decision, index) =>
      decision.effect === 'lifts' && decision.targets
        ? [{ decision, at: startOfDay(decision.date, timeZone), index, values: new Set(decision.targets.map(valueOf)) }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at)
}

/** A lift that lifts nothing would leave in force what a court has lifted. */
export function checkLifts({ decisions, measures, targets }: Order, report: Report): void {
  if (!decisions.some((decision) => decision.targets)) return
  const listed = new Set<string>()
  for (const list of [targets, ...measures.map((measure) => measure.targets ?? [])])
    for (const target of list) for (const value of [valueOf(target), ...hostsOf(target)]) listed.add(value)
  decisions.forEach(({ targets: lifted }, at) => {
    const path = `decisions[${at}].targets`
    if (lifted?.length === 0)
      report.issue('lifts-nothing', path, 'is empty: leave it out where the whole order is lifted')
    lifted?.forEach((target, index) => {
      if (!listed.has(valueOf(target)))
        report.issue(
          'lifts-nothing',
          `${path}[${index}]`,
          'is neither a target of the order nor a domain above one: name what is listed',
        )
    })
  })
}

/** Whether a target is lifted with `lifted` values: its own, or a domain in which it lies, as a domain is all its names. */
export function isAmong(target: Target, lifted: ReadonlySet<string>): boolean {
  const value = valueOf(target)
  return lifted.has(value) || hostsOf(target).some((name) => lifted.has(name))
}

function hostsOf(target: Target): string[] {
  if (typeof target === 'string') return suffixesOf(target)
  if ('domain' in target) return suffixesOf(target.domain)
  return 'url' in target ? suffixesOf(new URL(target.url).hostname) : []
}
