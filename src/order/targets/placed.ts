import { startOfDay } from '../time/calendar.ts'
import { sharedEffects, type Effects } from './effects.ts'
import { isAmong, liftsOf, type Lift } from './lifts.ts'
import type { Annotations, Order, Target } from '../order.ts'

/** One target, with the measures that it is under and the time for which it counts. */
export interface PlacedTarget {
  target: Target
  effects: Effects
  /** Epoch ms from which it counts, where that is not as long as its order. */
  from?: number
  /** Epoch ms from which it no longer counts. */
  until?: number
}

/** Every target of an order, the order's own first, then each measure's own. */
export function* placedTargets(order: Order): Generator<PlacedTarget> {
  const lifts = liftsOf(order)
  const effects = sharedEffects(order)
  for (const target of sharedTargets(order)) yield place(target, effects, order, lifts)
  for (const { kind, targets } of order.measures) {
    const own = { block: kind === 'block', delist: kind === 'delist' }
    for (const target of targets ?? []) yield place(target, own, order, lifts)
  }
}

/** The number of targets that `placedTargets` gives. */
export function targetCount(order: Order): number {
  return order.measures.reduce((sum, { targets = [] }) => sum + targets.length, sharedTargets(order).length)
}

/** The order's own targets; where each measure has its own they are under none, and count for nothing. */
function sharedTargets({ measures, targets }: Order): readonly Target[] {
  return measures.some((measure) => measure.targets === undefined) ? targets : []
}

/** Instants (epoch ms) from which single targets count, or no longer count. */
export function targetChanges(order: Order): number[] {
  const changes = new Set<number>()
  for (const { from, until } of placedTargets(order)) {
    if (from !== undefined) changes.add(from)
    if (until !== undefined) changes.add(until)
  }
  return [...changes].toSorted((a, b) => a - b)
}

function place(target: Target, effects: Effects, order: Order, lifts: readonly Lift[]): PlacedTarget {
  if (typeof target === 'string' && lifts.length === 0) return { target, effects }
  const { timeZone, decisions } = order
  const { addedBy, addedOn, liftedOn }: Annotations = typeof target === 'string' ? {} : target
  const added = addedOn ?? (addedBy === undefined ? undefined : decisions[addedBy]?.date)
  const from = added === undefined ? undefined : startOfDay(added, timeZone)
  // What was lifted before it was ordered again is lifted no more.
  const lift = lifts.find(({ at, index, values }) => {
    const isLater = from === undefined || at > from || (at === from && index > (addedBy ?? -1))
    return isLater && isAmong(target, values)
  })
  const until = earliest(lift?.at, liftedOn === undefined ? undefined : startOfDay(liftedOn, timeZone))
  return {
    target,
    effects,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}
