import type { Effect, Order } from '../order.ts'
import type { EffectKind } from '../vocabulary.ts'
import { earliest, latest, over } from './edtf.ts'

/** An effect of a decision, and the time in which it holds. */
export interface DatedEffect {
  effect: Effect
  /** Index of its decision. */
  decision: number
  /** Where it stands among all that an order's decisions do. */
  place: number
  /** Epoch ms. */
  from: number
  /** Epoch ms; Infinity where it lasts. */
  to: number
}

/** The state that decisions have put an order in, or of a part of it. `none`: none of them says so, not yet or no more. */
export type Ruling = 'none' | 'ordered' | 'suspended' | 'lifted'

export interface RulingChange {
  /** Epoch ms. */
  from: number
  ruling: Ruling
  /** Index of the decision that says so. */
  decision?: number
}

const rulings: Partial<Record<EffectKind, Ruling>> = {
  orders: 'ordered',
  resumes: 'ordered',
  revives: 'ordered',
  suspends: 'suspended',
  lifts: 'lifted',
  quashes: 'lifted',
}

/**
 * Every effect of an order's decisions, in the order in which they begin. Of a date that may be several days, what binds
 * begins on the latest and what frees on the earliest: never more is applied than was ordered.
 */
export function datedEffects({ decisions, timeZone }: Pick<Order, 'decisions' | 'timeZone'>): DatedEffect[] {
  const ordered = latest(decisions[0].date, timeZone)
  return decisions
    .flatMap(({ effects, date }, decision) =>
      effects.map((effect): DatedEffect => {
        const frees = rulings[effect.does] === 'lifted' || rulings[effect.does] === 'suspended'
        const from = (frees ? earliest : latest)(effect.from ?? date, timeZone)
        const { until } = effect
        const end = typeof until === 'object' ? until.date : until
        return {
          effect,
          decision,
          place: 0,
          // No decision came before the one that orders: "2021" beside 5 May 2021 is a later day of that year.
          from: effect.from === undefined ? Math.max(from, ordered) : from,
          to: end === undefined ? Infinity : over(end, timeZone),
        }
      }),
    )
    .toSorted((a, b) => a.from - b.from || a.decision - b.decision)
    .map((one, place) => ({ ...one, place }))
}

/**
 * The rulings that hold when, by these effects (of `datedEffects`, those of one part of the order): the last that has begun and has
 * not ended decides. One that confirms ends what suspends before it. A decision that is quashed no longer counts, and what
 * stood before it stands again; where `quashes` names none, it is the order that falls.
 */
export function rulingsOf(effects: readonly DatedEffect[]): RulingChange[] {
  const holding = withoutEnded(effects)
  const instants = new Set(holding.flatMap(({ from, to }) => (to === Infinity ? [from] : [from, to])))
  const changes: RulingChange[] = []
  // Effects lie on each other as they begin: the uppermost that has not ended decides.
  const stack: DatedEffect[] = []
  let next = 0
  for (const at of [...instants].toSorted((a, b) => a - b)) {
    while (next < holding.length && holding[next]!.from <= at) stack.push(holding[next++]!)
    while (stack.length > 0 && stack.at(-1)!.to <= at) stack.pop()
    const top = stack.at(-1)
    changes.push(
      top ? { from: at, ruling: rulings[top.effect.does]!, decision: top.decision } : { from: at, ruling: 'none' },
    )
  }
  return changes
}

/** The effects that rule, each until another one undoes it. */
function withoutEnded(effects: readonly DatedEffect[]): DatedEffect[] {
  const ends = new Map<number, number>()
  for (const { effect, from } of effects)
    if (effect.does === 'quashes' && effect.decision)
      ends.set(effect.decision, Math.min(from, ends.get(effect.decision) ?? Infinity))
  let confirmed = Infinity
  const holding: DatedEffect[] = []
  for (const one of effects.toReversed()) {
    const { effect, decision, from } = one
    if (effect.does === 'confirms' && from < (ends.get(decision) ?? Infinity)) confirmed = Math.min(confirmed, from)
    if (rulings[effect.does] === undefined || (effect.does === 'quashes' && effect.decision)) continue
    const to = Math.min(one.to, ends.get(decision) ?? Infinity, effect.does === 'suspends' ? confirmed : Infinity)
    if (from < to) holding.push({ ...one, to })
  }
  return holding.toReversed()
}
