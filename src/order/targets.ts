import { startOfDay } from './calendar.ts'
import { sharedEffects, type Effects } from './effects.ts'
import type { Order, Target } from './order.ts'
import { valueOf } from './target-value.ts'

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
  const lifts = partialLifts(order)
  const effects = sharedEffects(order)
  if (effects.block || effects.delist) for (const target of order.targets) yield place(target, effects, order, lifts)
  for (const { kind, targets } of order.measures) {
    const own = { block: kind === 'block', delist: kind === 'delist' }
    for (const target of targets ?? []) yield place(target, own, order, lifts)
  }
}

/** Instants (epoch ms) at which single targets begin or cease to count. */
export function targetChanges(order: Order): number[] {
  const changes = new Set<number>()
  for (const { from, until } of placedTargets(order)) {
    if (from !== undefined) changes.add(from)
    if (until !== undefined) changes.add(until)
  }
  return [...changes].toSorted((a, b) => a - b)
}

function place(target: Target, effects: Effects, order: Order, lifts: Map<string, number>): PlacedTarget {
  const lifted = lifts.get(valueOf(target))
  if (typeof target === 'string') return lifted === undefined ? { target, effects } : { target, effects, until: lifted }
  const { timeZone, decisions } = order
  const added = target.addedOn ?? (target.addedBy === undefined ? undefined : decisions[target.addedBy]?.date)
  const until = earliest(lifted, target.liftedOn === undefined ? undefined : startOfDay(target.liftedOn, timeZone))
  return {
    target,
    effects,
    ...(added === undefined ? {} : { from: startOfDay(added, timeZone) }),
    ...(until === undefined ? {} : { until }),
  }
}

/** When later decisions lifted single targets, by the target's value: epoch ms. */
function partialLifts({ decisions, timeZone }: Order): Map<string, number> {
  const lifts = new Map<string, number>()
  for (const { effect, targets, date } of decisions) {
    if (effect !== 'lifts') continue
    const at = startOfDay(date, timeZone)
    for (const target of targets ?? []) lifts.set(valueOf(target), earliest(lifts.get(valueOf(target)), at) ?? at)
  }
  return lifts
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}
