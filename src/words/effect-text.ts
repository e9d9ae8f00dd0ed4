import type { Decision, Effect, Measure, Order } from '../order/order.ts'
import { valueOf } from '../order/targets/target.ts'
import { addresseesText, measureTerm, someOf } from './measure-facts.ts'
import { courtOf } from './names.ts'
import { termTexts, untilText } from './term-facts.ts'
import type { Words } from './words.ts'

/** Says in a few words what a decision does, and to what alone. */
export function effectsText(
  decision: Decision,
  order: Pick<Order, 'decisions' | 'measures'>,
  words: Words,
): {
  title: string
  limits: string[]
} {
  const kinds = new Set(decision.effects.map(({ does }) => words.named('effect', does)))
  const limits = new Set(decision.effects.flatMap((effect) => limitsOf(effect, order, words)))
  return { title: words.list([...kinds]), limits: [...limits] }
}

/** A measure as one text: what was ordered, and of whom. */
function measureText(measure: Measure, words: Words): string {
  const whom = addresseesText(measure, words)
  return whom === '' ? measureTerm(measure, words) : words.say('labelled', measureTerm(measure, words), whom)
}

function limitsOf(
  effect: Effect,
  { decisions, measures }: Pick<Order, 'decisions' | 'measures'>,
  words: Words,
): string[] {
  const { targets, measures: indexes, addressees, from, until, decision, term } = effect
  const only = [
    targets?.map(valueOf),
    indexes?.flatMap((index) => (measures[index] ? [measureText(measures[index], words)] : [])),
    addressees,
  ].filter((names) => names !== undefined)
  const undone = decision === undefined ? undefined : decisions[decision]
  return [
    ...only.map((names) => words.say('measureCovers', someOf(names, words))),
    ...(undone ? [words.say('measureCovers', `${courtOf(undone, words)}, ${words.date(undone.date)}`)] : []),
    ...(from === undefined ? [] : [words.say('termSince', words.date(from))]),
    ...(until === undefined ? [] : [untilText({ until }, words)!]),
    ...(term ? termTexts(term, words) : []),
  ]
}
