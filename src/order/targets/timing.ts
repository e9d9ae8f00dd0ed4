import type { Schedule } from '../time/status.ts'
import type { Annotations, Effect, Measure, Order, Target, Window } from '../order.ts'
import { instant } from '../time/calendar.ts'
import { latest } from '../time/edtf.ts'
import { datedEffects, rulingsOf, type DatedEffect, type Ruling } from '../time/rulings.ts'
import { schedule, type Selection } from '../time/schedule.ts'
import { namingEffects } from './named.ts'
import { partPeriods } from './part-periods.ts'
import { inBoth, periodsOf, type Period, type Turn } from './periods.ts'

type TimeOf = (target: Target) => Period[] | undefined

/**
 * Works out for which times the targets of an order's lists count, by the measures that they are under; what the document
 * says the same of is worked out once.
 */
export function timingOf(order: Order): (measures: readonly Measure[], window?: Window) => TimeOf {
  const effects = datedEffects(order)
  const naming = namingEffects(effects)
  const whole = schedule(order, { effects })
  const timings = new Map<readonly Measure[], Map<boolean, TimeOf>>()
  return (measures, window) => {
    const ofMeasures = timings.get(measures) ?? new Map<boolean, TimeOf>()
    timings.set(measures, ofMeasures)
    const isWindows = window !== undefined
    const timeOf = ofMeasures.get(isWindows) ?? listTiming({ order, effects, naming, whole }, measures, isWindows)
    ofMeasures.set(isWindows, timeOf)
    if (!window) return timeOf
    const open = [{ from: instant(window.start), until: instant(window.end) }]
    return (target) => inBoth(timeOf(target), open)
  }
}

interface Timed {
  order: Order
  effects: DatedEffect[]
  naming: (target: Target) => ReadonlySet<Effect>
  whole: Schedule
}

function listTiming(
  { order, effects, naming, whole }: Timed,
  measures: readonly Measure[],
  inWindows: boolean,
): TimeOf {
  const periods = (all: readonly DatedEffect[], named: ReadonlySet<Effect>) => {
    const selection: Selection = {
      effect: (effect) => effect.targets === undefined || named.has(effect),
      // A window's own targets count in it alone, and the others in those that have none.
      window: ({ targets }) => inWindows || targets === undefined,
    }
    return partPeriods(schedule(order, { measures, selection, effects: all }), whole)
  }
  const known = new Map<string, Period[] | undefined>()
  const unnamed = periods(effects, new Set())
  return (target) => {
    const named = naming(target)
    if (typeof target === 'string' && named.size === 0) return unnamed
    const own: Annotations = typeof target === 'string' ? {} : target
    const turns = turnsIn(own, order)
    if (named.size === 0) return within(unnamed, own, turns)
    const first = turns.filter(({ counts }) => counts).slice(0, 1)
    if (turns.length > 0) return within(periods(withTurns(effects, turns), named), own, first)
    const key = effects.flatMap(({ effect, place }) => (named.has(effect) ? place : [])).join()
    if (!known.has(key)) known.set(key, periods(effects, named))
    return within(known.get(key), own, [])
  }
}

/** Those of the periods in which a target counts by what stands beside it. */
function within(periods: Period[] | undefined, { window }: Annotations, turns: readonly Turn[]): Period[] | undefined {
  const first = turns[0]
  const own = first ? periodsOf(turns, !first.counts) : undefined
  const both = own === undefined ? periods : inBoth(periods, own)
  return window === undefined
    ? both
    : inBoth(
        both,
        window.map(({ start, end }) => ({ from: instant(start), until: instant(end) })),
      )
}

/** The turns that stand beside a target. It counts again where it is added again; what one day does is done in the decisions' order. The first addition is the first. */
function turnsIn({ addedBy = [], addedOn, liftedOn }: Annotations, { timeZone, decisions }: Order): Turn[] {
  const decided = addedBy.map((index) => ({ at: latest(decisions[index]!.date, timeZone), place: index }))
  const [first, ...later] = decided.toSorted((a, b) => a.at - b.at || a.place - b.place)
  const begins = addedOn === undefined ? first : { at: latest(addedOn, timeZone), place: first?.place ?? -1 }
  const additions = [...(begins ? [begins] : []), ...later].map((turn) => ({ ...turn, counts: true }))
  if (liftedOn === undefined) return additions
  return [...additions, { at: latest(liftedOn, timeZone), place: decisions.length, counts: false }]
}

/** The effects of decisions, and what stands beside a target as effects of its own. */
function withTurns(effects: readonly DatedEffect[], turns: readonly Turn[]): DatedEffect[] {
  const own = turns.map(({ at, place, counts }): DatedEffect => ({
    effect: { does: counts ? 'orders' : 'lifts' },
    decision: Math.max(0, place),
    place: 0,
    from: at,
    to: Infinity,
  }))
  return [...effects, ...own]
    .toSorted((a, b) => a.from - b.from || a.decision - b.decision)
    .map((one, place) => ({ ...one, place }))
}

/** The ruling of the decisions on a target at `now` (epoch ms), where one of them names it. */
export function rulingOn(
  target: Target,
  order: Pick<Order, 'decisions' | 'timeZone'>,
  now: number,
): Ruling | undefined {
  const effects = datedEffects(order)
  const named = namingEffects(effects)(target)
  const on = effects.filter(({ effect }) => effect.targets === undefined || named.has(effect))
  return named.size === 0 ? undefined : rulingsOf(on).findLast(({ from }) => from <= now)?.ruling
}
