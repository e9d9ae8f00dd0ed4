import type { Order } from '../order.ts'

/** Effects of the measures over a target: they stop navigation, or remove search results. */
export interface Effects {
  block: boolean
  delist: boolean
}

/** The effects of the measures that apply to the order's own targets: those that have none of their own. */
export function sharedEffects({ measures }: Pick<Order, 'measures'>): Effects {
  const shared = measures.filter(({ targets }) => targets === undefined)
  return { block: shared.some(({ kind }) => kind === 'block'), delist: shared.some(({ kind }) => kind === 'delist') }
}
