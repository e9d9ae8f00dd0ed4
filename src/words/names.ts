import type { Decision } from '../order/order.ts'
import type { Party } from '../order/parties.ts'
import type { Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/** Whoever made a decision, often one court, as one text. */
export function courtOf({ courts }: Pick<Decision, 'courts'>, words: Words): string {
  return words.list(courts.map(({ name }) => words.text(name)))
}

/** The same, marked with the language that the court's name is in. */
export function courtPhrase(decision: Pick<Decision, 'courts'>, words: Words): Phrase {
  return { ...words.phrase(decision.courts[0].name), text: courtOf(decision, words) }
}

/** The names of those who have one. */
export function namesOf(parties: readonly Party[], words: Words): string[] {
  return parties.flatMap(({ name }) => (name ? [words.text(name)] : []))
}
