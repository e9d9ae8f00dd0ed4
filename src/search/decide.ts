import type { ExplainedOrder, Explanation } from '../standing/explain.ts'
import type { OrderHead } from '../standing/record.ts'
import type { Engine } from './engine.ts'

/** On every engine, or only on those that an order addresses. */
export type Scope = 'every' | 'addressed'

/** The orders by which a result that leads to what was asked for is hidden on `engine`. */
export function delistedBy(explanation: Explanation, engine: Engine, scope: Scope): ExplainedOrder[] {
  return explanation.orders.filter(
    ({ applied, entry, record }) => applied && entry.delist && (scope === 'every' || addresses(record.order, engine)),
  )
}

/** Whether a measure on search results names who runs the engine: whole words, in any case. */
export function addresses(
  { measures }: Pick<OrderHead, 'measures'>,
  { operators }: Pick<Engine, 'operators'>,
): boolean {
  const named = measures
    .filter(({ kind }) => kind === 'delist')
    .flatMap(({ addressees }) => addressees.flatMap(({ name = {} }) => Object.values(name).map(words)))
  return operators.some((operator) => named.some((addressee) => addressee.includes(words(operator))))
}

/** The words of a name with a blank around each. */
function words(name: string): string {
  return ` ${
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
}
