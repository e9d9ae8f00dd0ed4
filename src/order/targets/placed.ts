import type { Effects } from './effects.ts'
import { listingsOf, measuresByEffects } from './listings.ts'
import { turnsOf, type Period } from './periods.ts'
import { valueOf } from './target.ts'
import { timingOf } from './timing.ts'
import type { Effect, Measure, Order, Target } from '../order.ts'

/** One target, with the measures that it is under and the time for which it counts. */
export interface PlacedTarget {
  target: Target
  effects: Effects
  /** The times for which it counts, where that is not as long as its order. */
  periods?: Period[]
}

/**
 * Every target of an order, list by list. One that is under measures of different times is there for each, so that it
 * counts as long as what it does.
 */
export function* placedTargets(order: Order): Generator<PlacedTarget> {
  const timing = timingOf(order)
  const known = new Map<readonly Measure[], ReturnType<typeof groupsOf>>()
  for (const { targets, measures, window } of listingsOf(order)) {
    // Windows come by thousands, under the same measures.
    const under = known.get(measures) ?? groupsOf(order, measures)
    known.set(measures, under)
    const groups = under.map((group) => ({ ...group, timeOf: timing(group.measures, window) }))
    for (const target of targets)
      for (const { effects, timeOf } of groups) {
        const periods = timeOf(target)
        yield periods === undefined ? { target, effects } : { target, effects, periods }
      }
  }
}

/** The number of targets that `placedTargets` gives. */
export function targetCount(order: Order): number {
  return listingsOf(order).reduce(
    (sum, { targets, measures }) => sum + targets.length * groupsOf(order, measures).length,
    0,
  )
}

/** The number of different targets: a name that several measures list is one. */
export function entryCount(order: Order): number {
  const lists = listingsOf(order).map(({ targets }) => targets)
  // One list may hold a million names, and is not gone through for their number.
  return lists.length === 1 ? lists[0]!.length : new Set(lists.flat().map(valueOf)).size
}

/** Instants (epoch ms) from which single targets count, or no longer count. */
export function targetChanges(order: Order): number[] {
  const changes = new Set<number>()
  for (const { periods = [] } of placedTargets(order)) for (const at of turnsOf(periods)) changes.add(at)
  return [...changes].toSorted((a, b) => a - b)
}

/** The measures over a list, those together that last equally long. */
function groupsOf(order: Order, measures: readonly Measure[]): { effects: Effects; measures: readonly Measure[] }[] {
  const groups = measuresByEffects(measures)
  if (groups.length === 1 || !lastAlike(order, measures)) return groups
  return [
    {
      effects: {
        block: groups.some(({ effects }) => effects.block),
        delist: groups.some(({ effects }) => effects.delist),
      },
      measures,
    },
  ]
}

function lastAlike({ decisions }: Order, measures: readonly Measure[]): boolean {
  const isOfAll = ({ measures: some, addressees }: Effect) => some === undefined && addressees === undefined
  return measures.every(({ term }) => term === undefined) && decisions.every(({ effects }) => effects.every(isOfAll))
}
