import { startOfDay } from '../time/calendar.ts'
import type { Decision, Order, Target } from '../order.ts'
import { suffixesOf } from '../suffixes.ts'
import { nameOf, valueOf } from './target.ts'

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

/** Whether a target is lifted with `lifted` values: its own, or a domain in which it lies, as a domain is all its names. */
export function isAmong(target: Target, lifted: ReadonlySet<string>): boolean {
  const value = valueOf(target)
  return lifted.has(value) || hostsOf(target).some((name) => lifted.has(name))
}

export function hostsOf(target: Target): string[] {
  const name = nameOf(target)
  return name === undefined ? [] : suffixesOf(name)
}
