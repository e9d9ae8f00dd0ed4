import { instant } from '../time/calendar.ts'
import { latest } from '../time/edtf.ts'
import { sharedEffects, type Effects } from './effects.ts'
import { isAmong, liftsOf, type Lift } from './lifts.ts'
import { inBoth, periodsOf, turnsOf, type Period, type Turn } from './periods.ts'
import type { Annotations, Order, Target, Window } from '../order.ts'

/** One target, with the measures that it is under and the time for which it counts. */
export interface PlacedTarget {
  target: Target
  effects: Effects
  /** The times for which it counts, where that is not as long as its order. */
  periods?: Period[]
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
  for (const { periods = [] } of placedTargets(order)) for (const at of turnsOf(periods)) changes.add(at)
  return [...changes].toSorted((a, b) => a - b)
}

function place(target: Target, effects: Effects, order: Order, lifts: readonly Lift[]): PlacedTarget {
  if (typeof target === 'string' && lifts.length === 0) return { target, effects }
  const own: Annotations = typeof target === 'string' ? {} : target
  const added = additionsOf(own, order)
  const turns = [...added, ...endOf(own, order), ...liftsIn(lifts, target)]
  const counting = periodsOf(turns, added.length === 0)
  const periods = own.window === undefined ? counting : inBoth(counting, own.window.map(periodOf))
  return { target, effects, ...(periods === undefined ? {} : { periods }) }
}

/** What was lifted counts again where a later decision adds it; what one day does is done in the decisions' order. */
function additionsOf({ addedBy = [], addedOn }: Annotations, { timeZone, decisions }: Order): Turn[] {
  const decided = addedBy.map((index) => ({ at: latest(decisions[index]!.date, timeZone), place: index }))
  const [first, ...later] = decided.toSorted((a, b) => a.at - b.at || a.place - b.place)
  const begins = addedOn === undefined ? first : { at: latest(addedOn, timeZone), place: first?.place ?? -1 }
  return [...(begins ? [begins] : []), ...later].map((turn) => ({ ...turn, counts: true }))
}

function endOf({ liftedOn }: Annotations, { timeZone, decisions }: Order): Turn[] {
  return liftedOn === undefined ? [] : [{ at: latest(liftedOn, timeZone), place: decisions.length, counts: false }]
}

function liftsIn(lifts: readonly Lift[], target: Target): Turn[] {
  return lifts
    .filter(({ values }) => isAmong(target, values))
    .map(({ at, index }) => ({ at, place: index, counts: false }))
}

function periodOf({ start, end }: Window): Period {
  return { from: instant(start), until: instant(end) }
}
