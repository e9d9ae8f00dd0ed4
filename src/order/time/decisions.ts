import { startOfDay } from './calendar.ts'
import type { Decision, Order } from '../order.ts'

/** The effect of later decisions on an order as a whole: lifted for good, or suspended until confirmed. */
export interface Standing {
  status: 'lifted' | 'suspended'
  /** The decision that did. */
  decision: Decision
}

/** The effect of the decisions dated by `now` (epoch ms); undefined where none stands against the order. */
export function standingAt(order: Pick<Order, 'decisions' | 'timeZone'>, now: number): Standing | undefined {
  const made = order.decisions
    .map((decision) => ({ decision, at: startOfDay(decision.date, order.timeZone) }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
    .map(({ decision }) => decision)
  const lifting = made.find(({ effect, targets }) => effect === 'lifts' && targets === undefined)
  if (lifting) return { status: 'lifted', decision: lifting }
  const last = made.findLast(({ effect }) => effect === 'suspends' || effect === 'confirms' || effect === 'orders')
  return last?.effect === 'suspends' ? { status: 'suspended', decision: last } : undefined
}
