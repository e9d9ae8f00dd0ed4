import type { Measure, Order } from '../order.ts'

/** Effects of the measures over a target: they stop navigation, or remove search results. */
export interface Effects {
  block: boolean
  delist: boolean
}

/** Whether a measure removes results whatever is searched for: one that is for some searches only is shown, and no more. */
export function removesResults({ kind, queries }: Pick<Measure, 'kind' | 'queries'>): boolean {
  return kind === 'delist' && queries === undefined
}

/** The effects of the measures that apply to the order's own targets: those that have none of their own. */
export function sharedEffects({ measures }: Pick<Order, 'measures'>): Effects {
  const shared = measures.filter(({ targets }) => targets === undefined)
  return { block: shared.some(({ kind }) => kind === 'block'), delist: shared.some(removesResults) }
}
