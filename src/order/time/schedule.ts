import type { Decision, Effect, Measure, Order, Term, Window } from '../order.ts'
import { boundsOf, mergedWindows, type Bounds, type Stretch } from './bounds.ts'
import { datedEffects, rulingsOf, type DatedEffect, type Ruling } from './rulings.ts'
import { liveliest, type Change, type Schedule, type Status } from './status.ts'

export type Dated = Pick<Order, 'decisions' | 'measures' | 'term' | 'timeZone' | 'checkedOn'>

/** Which of what is limited to some targets is about the part that is asked for. */
export interface Selection {
  effect(effect: Effect): boolean
  window(window: Window): boolean
}

/** An order as a whole: what a decision does to single targets is not done to it; a window for some of them is open. */
const whole: Selection = { effect: ({ targets }) => targets === undefined, window: () => true }

/**
 * All that the document says of the time of an order, or of a part of it, as a list of instants: the measures of which
 * most is left decide.
 *
 * @param effects of `datedEffects`
 */
export function schedule(
  order: Dated,
  { measures = order.measures, selection, effects = datedEffects(order) }: Asked = {},
): Schedule {
  if (!selection) {
    const selections = [whole, ...extensionsOf(effects)]
    return combined(selections.map((one) => schedule(order, { measures, selection: one, effects })))
  }
  const seen = new Map<string, Schedule>()
  for (const measure of measures) {
    const index = order.measures.indexOf(measure)
    for (const own of partsOf(measure, index, effects, selection)) {
      // Measures of which the document says the same are worked out once.
      const key = `${measure.term ? index : ''}:${own.map(({ place }) => place).join()}`
      if (!seen.has(key)) seen.set(key, partSchedule(order, measure, own, selection))
    }
  }
  return combined([...seen.values()])
}

/**
 * An order goes on while a decision has it go on for some targets, with what else is done to all of them. What is lifted or
 * suspended for some leaves it as it is for the others.
 */
function extensionsOf(effects: readonly DatedEffect[]): Selection[] {
  const named = effects.flatMap(({ effect }) =>
    effect.targets ? [{ effect, values: new Set(effect.targets.map((target) => JSON.stringify(target))) }] : [],
  )
  const extending = named.filter(({ effect }) => effect.term !== undefined || goesOn.has(effect.does))
  return extending.map(({ values }) => {
    const alike = new Set(named.filter((one) => isWithin(values, one.values)).map(({ effect }) => effect))
    return { effect: (effect) => effect.targets === undefined || alike.has(effect), window: () => true }
  })
}

const goesOn: ReadonlySet<Effect['does']> = new Set(['orders', 'resumes', 'revives'])

function isWithin(values: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return values.size <= others.size && [...values].every((value) => others.has(value))
}

interface Asked {
  measures?: readonly Measure[]
  selection?: Selection
  effects?: readonly DatedEffect[]
}

/**
 * The effects on each part of a measure: a decision may be about some of its addressees only, and a measure lasts as long
 * as one of them is bound.
 */
function partsOf(
  measure: Measure,
  index: number,
  effects: readonly DatedEffect[],
  selection: Selection,
): DatedEffect[][] {
  const on = effects.filter(({ effect }) => (effect.measures?.includes(index) ?? true) && selection.effect(effect))
  const limited = new Set(on.flatMap(({ effect }) => effect.addressees ?? []))
  if (limited.size === 0) return [on]
  const names = measure.addressees.map(({ name = {} }) => Object.values(name).find((one) => limited.has(one)))
  return [...new Set(names.length === 0 ? [undefined] : names)].map((name) =>
    on.filter(({ effect: { addressees } }) => !addressees || (name !== undefined && addressees.includes(name))),
  )
}

/** From when until when an order's measures last, as far as its document says: from the first beginning to the last end. */
export type Span = Omit<Bounds, 'lastDate'>

export function span(order: Dated): Span {
  const effects = datedEffects(order)
  const all = order.measures.flatMap((measure, index) =>
    partsOf(measure, index, effects, whole).map((own) => termsOf(order, measure, own, whole).at(-1)!.bounds),
  )
  const first = all.reduce((a, b) => (b.start < a.start ? b : a))
  const last = all.reduce((a, b) => ((b.end ?? Infinity) > (a.end ?? Infinity) ? b : a))
  const { start, startUnknown, startApproximate } = first
  const { lastDate: _, ...end } = last
  return { ...end, start, startUnknown, startApproximate }
}

/** The decision that has lifted or suspended an order as it stands at `now` (epoch ms), where one has. */
export function decisionAgainst(order: Pick<Order, 'decisions' | 'timeZone'>, now: number): Decision | undefined {
  const change = rulingsOf(datedEffects(order).filter(({ effect }) => whole.effect(effect))).findLast(
    ({ from }) => from <= now,
  )
  const isAgainst = change?.ruling === 'lifted' || change?.ruling === 'suspended'
  return isAgainst ? order.decisions[change.decision!] : undefined
}

/** The term of a measure: the order's, but for what it says itself. */
export function termOfMeasure({ term }: Pick<Order, 'term'>, measure: Measure): Term {
  return measure.term ? succeeding(term, measure.term) : term
}

/** A term as another one changes it: an end takes the place of an end. */
function succeeding(before: Term, term: Term): Term {
  const { until: _until, duration: _duration, durationFrom: _from, openEnded: _open, ...rest } = before
  const hasEnd = term.until !== undefined || term.duration !== undefined || term.openEnded === true
  return { ...(hasEnd ? rest : before), ...term }
}

/** A term that holds from an instant (epoch ms) on. */
interface Holding {
  from: number
  bounds: Bounds
  windows: Stretch[]
  /** Live: outside the windows it is paused, even where none of them is for this part. */
  isLive: boolean
}

function termsOf(order: Dated, measure: Measure, effects: readonly DatedEffect[], { window }: Selection): Holding[] {
  const holding = (from: number, term: Term, bounds: Bounds): Holding => ({
    from,
    bounds,
    windows: mergedWindows((term.windows ?? []).filter(window)),
    isLive: (term.windows ?? []).length > 0,
  })
  const { decisions } = order
  let term = termOfMeasure(order, measure)
  let bounds = boundsOf(term, { ...order, decided: decisions[0].date })
  const terms = [holding(-Infinity, term, bounds)]
  for (const { effect, decision, from } of effects) {
    if (!effect.term) continue
    term = succeeding(term, effect.term)
    const ends = effect.term.until ?? effect.term.duration ?? effect.term.openEnded
    const origin = { ...order, decided: decisions[decision]!.date, before: bounds }
    if (ends !== undefined) bounds = boundsOf(effect.term, origin)
    terms.push(holding(from, term, bounds))
  }
  return terms
}

function partSchedule(order: Dated, measure: Measure, effects: readonly DatedEffect[], selection: Selection): Schedule {
  const terms = termsOf(order, measure, effects, selection)
  const rulings = rulingsOf(effects)
  const instants = new Set([
    ...rulings.map(({ from }) => from),
    ...terms.flatMap(({ from, bounds, windows }) => [
      from,
      bounds.start,
      bounds.end ?? bounds.unknownFrom ?? from,
      ...windows.flatMap((window) => [window.from, window.to]),
    ]),
  ])
  const changes: Change[] = [{ from: null, status: 'pending' }]
  let [ruled, held, open] = [-1, 0, 0]
  for (const at of [...instants].filter((one) => one !== -Infinity).toSorted((a, b) => a - b)) {
    while (rulings[ruled + 1] && rulings[ruled + 1]!.from <= at) ruled++
    for (; terms[held + 1] && terms[held + 1]!.from <= at; open = 0) held++
    const term = terms[held]!
    while (term.windows[open] && term.windows[open]!.to <= at) open++
    const isOpen = !term.isLive || (term.windows[open]?.from ?? Infinity) <= at
    const status = statusOf(ruled < 0 ? undefined : rulings[ruled]!.ruling, term.bounds, isOpen, at)
    if (status !== changes.at(-1)!.status) changes.push({ from: at, status })
  }
  return changes
}

/** Undefined: no decision has begun. */
function statusOf(ruling: Ruling | undefined, bounds: Bounds, isOpen: boolean, at: number): Status {
  if (ruling === 'lifted' || ruling === 'suspended') return ruling
  if (ruling === undefined || at < bounds.start) return 'pending'
  if (ruling === 'none' || (bounds.end !== undefined && at >= bounds.end)) return 'ended'
  if (!isOpen) return 'paused'
  return bounds.startUnknown || at >= (bounds.unknownFrom ?? Infinity) ? 'unknown' : 'in-force'
}

/** At each instant the liveliest of what several schedules say. */
function combined(schedules: readonly Schedule[]): Schedule {
  if (schedules.length === 1) return schedules[0]!
  const changes = schedules.flatMap((one, which) => one.map((change) => ({ ...change, which })))
  changes.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
  const counts = new Map<Status, number>(liveliest.map((status) => [status, 0]))
  const current: Status[] = []
  const result: Change[] = []
  changes.forEach(({ from, status, which }, at) => {
    const before = current[which]
    if (before) counts.set(before, counts.get(before)! - 1)
    counts.set(status, counts.get(status)! + 1)
    current[which] = status
    if (changes[at + 1]?.from === from) return
    const best = liveliest.find((one) => counts.get(one)! > 0)!
    if (best !== result.at(-1)?.status) result.push({ from, status: best })
  })
  return result
}
