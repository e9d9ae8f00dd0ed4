import type { Measure, Order, Target, Window } from '../order.ts'
import { removesResults, type Effects } from './effects.ts'

/** A list of targets in a document, and the measures that it is under. */
export interface Listing {
  targets: readonly Target[]
  measures: readonly Measure[]
  /** Where it is a window's own. */
  window?: Window
}

/** Every list of an order: its own first, then each measure's, then those of windows. */
export function listingsOf(order: Order): Listing[] {
  const { measures, decisions, term } = order
  const shared = measures.filter(({ targets }) => targets === undefined)
  const inWindows = (windows: readonly Window[] | undefined, under: readonly Measure[]) =>
    (windows ?? []).flatMap((window) => (window.targets ? [{ targets: window.targets, measures: under, window }] : []))
  const all: Listing[] = [
    { targets: order.targets, measures: shared },
    ...measures.flatMap((measure) => (measure.targets ? [{ targets: measure.targets, measures: [measure] }] : [])),
    ...inWindows(
      term.windows,
      measures.filter((measure) => measure.term?.windows === undefined),
    ),
    ...measures.flatMap((measure) => inWindows(measure.term?.windows, [measure])),
    ...decisions.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        inWindows(
          effect.term?.windows,
          measures.filter((_, index) => effect.measures?.includes(index) ?? true),
        ),
      ),
    ),
  ]
  // The order's own are under no measure where each has its own, and count for nothing.
  return all.filter(({ measures: under }) => under.length > 0)
}

/** The measures of a list by what they do: stop navigation, remove results, or what is only shown. */
export function measuresByEffects(measures: readonly Measure[]): { effects: Effects; measures: Measure[] }[] {
  const groups = [
    { effects: { block: true, delist: false }, measures: measures.filter(({ kind }) => kind === 'block') },
    { effects: { block: false, delist: true }, measures: measures.filter(removesResults) },
  ].filter((group) => group.measures.length > 0)
  return groups.length > 0 ? groups : [{ effects: { block: false, delist: false }, measures: [...measures] }]
}
