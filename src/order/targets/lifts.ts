import { datedEffects } from '../time/rulings.ts'
import type { Order, Target } from '../order.ts'
import { suffixesOf } from '../suffixes.ts'
import { nameOf, valueOf } from './target.ts'

/** An effect of a decision by which single targets no longer count. */
export interface Lift {
  /** Epoch ms from which they no longer count. */
  at: number
  /** Where the decision stands among the order's. */
  index: number
  values: ReadonlySet<string>
}

/** The partial lifts of an order, oldest first. */
export function liftsOf(order: Pick<Order, 'decisions' | 'timeZone'>): Lift[] {
  return datedEffects(order).flatMap(({ effect: { does, targets }, decision, from }) =>
    targets && (does === 'lifts' || does === 'suspends' || does === 'quashes')
      ? [{ at: from, index: decision, values: new Set(targets.map(valueOf)) }]
      : [],
  )
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
