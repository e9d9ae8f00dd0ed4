import type { ExplainedOrder } from '../standing/explain.ts'
import type { Decision } from '../order/order.ts'

/**
 * The kind of body that decided: an order document may hold what an authority ordered, or what those who block have
 * agreed on.
 */
export type Decider = 'court' | 'authority' | 'agreement'

/**
 * The ground on which an order is applied: `beyondTerm` where its term has ended and somebody's choice alone applies
 * it.
 */
export type Ground = Decider | 'beyondTerm'

const deciders: Record<Decision['kind'], Decider> = {
  judgment: 'court',
  interim: 'court',
  administrative: 'authority',
  statute: 'authority',
  recommendation: 'agreement',
  agreement: 'agreement',
}

export function deciderOf(kind: Decision['kind']): Decider {
  return deciders[kind]
}

/** The decision by which an order covers what was asked for: a later one may have added it. */
export function decisionOn({ record, entry: { target } }: ExplainedOrder): Decision {
  const { decisions } = record.order
  return decisions[(typeof target === 'object' && target.addedBy?.at(-1)) || 0] ?? decisions[0]
}

export function groundOf(order: ExplainedOrder): Ground {
  return order.beyondTerm ? 'beyondTerm' : deciderOf(decisionOn(order).kind)
}

/** The one that all have; `several` where they differ. */
export function commonGround(grounds: Iterable<Ground>): Ground | 'several' {
  const [ground, ...others] = new Set(grounds)
  return ground === undefined || others.length > 0 ? 'several' : ground
}
