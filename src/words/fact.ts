import type { Order } from '../order/order.ts'
import type { Detail } from './phrase.ts'
import type { Words } from './words.ts'

/** One line of an order's card: what it is, and what the order says. */
export interface Fact {
  term: string
  details: Detail[]
  /** An http or https address, for a link. */
  url?: string
}

/** Only what there is to say: no empty line, no term without one. */
export function withoutEmptyFacts(facts: Fact[]): Fact[] {
  return facts
    .map((fact) => ({ ...fact, details: fact.details.filter((detail) => detail !== '') }))
    .filter(({ details }) => details.length > 0)
}

/** A detail with the doubt that the document has about its `path`, or about what lies below it. */
export function withDoubt(detail: Detail, path: string, { unsure }: Pick<Order, 'unsure'>, words: Words): Detail {
  const doubts = unsure.filter(
    (doubt) => doubt.path === path || (/^[.[]/.test(doubt.path.slice(path.length)) && doubt.path.startsWith(path)),
  )
  if (doubts.length === 0 || detail === '') return detail
  const why = doubts.map((doubt) => words.text(doubt.why)).join(' ')
  return typeof detail === 'string'
    ? words.say('unsureBecause', detail, why)
    : { ...detail, text: words.say('unsureBecause', detail.text, why) }
}
