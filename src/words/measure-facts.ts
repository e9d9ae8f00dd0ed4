import type { Measure } from '../order/order.ts'
import { removesResults } from '../order/targets/effects.ts'
import { valueOf } from '../order/targets/target.ts'
import type { OrderHere } from '../standing/here.ts'
import type { OrderRecord } from '../standing/record.ts'
import { withoutEmptyFacts, type Fact } from './fact.ts'
import type { Detail } from './phrase.ts'
import { termTexts } from './term-facts.ts'
import { withheldText } from './withheld.ts'
import type { Words } from './words.ts'

/** Facts on what the order asks of whom, and for how much: names, addresses and IP addresses, which are entries all. */
export function measureFacts({ order }: OrderRecord, words: Words): Fact[] {
  // Which measure covers what needs saying only where they differ.
  const covers = order.measures.some(({ targets }) => targets !== undefined)
  return withoutEmptyFacts([
    ...order.measures.map((measure) => ({
      term: measureTerm(measure, words),
      details: measureDetails(measure, covers, words),
    })),
    { term: words.say('factTerritory'), details: order.territory ? [words.phrase(order.territory)] : [] },
    { term: words.say('factPenalty'), details: order.penalty ? [words.phrase(order.penalty)] : [] },
    {
      term: words.say('factNames'),
      details: [words.count('entries', order.entryCount), ...withheldText(order, words)],
    },
    { term: words.say('factAcknowledged'), details: order.ack ?? [] },
    { term: words.say('factDynamic'), details: (order.dynamic ?? []).map((way) => words.named('dynamic', way)) },
  ])
}

/** The entries that wait for an acknowledgement; the first of them, should there be thousands. */
export function heldFacts(held: OrderHere['held'], words: Words): Fact[] {
  const names = held.slice(0, mostHeldShown).map(({ value }) => value)
  const more = held.length > mostHeldShown ? ['…'] : []
  return withoutEmptyFacts([{ term: words.say('factHeld'), details: [...names, ...more] }])
}

const mostHeldShown = 20

/** Names what was ordered, for a heading: of a kind that is not known here, in the document's own word. */
export function measureTerm({ kind }: Pick<Measure, 'kind'>, words: Words): string {
  if (kind === 'block') return words.say('factBlockMeasure')
  return kind === 'delist' ? words.say('factDelistMeasure') : words.say('factOtherMeasure', kind)
}

function measureDetails(measure: Measure, covers: boolean, words: Words): Detail[] {
  const { kind, wording, targets, technique, territory, penalty, term, queries, binds, note } = measure
  const isEnforced = kind === 'block' || removesResults(measure)
  return [
    addresseesText(measure, words),
    ...(isEnforced ? [] : [words.say('measureNotEnforced')]),
    ...(covers && targets ? [words.say('measureCovers', someOf(targets.map(valueOf), words))] : []),
    ...(queries ? [words.say('measureQueries', words.list(queries.map((one) => words.say('quoted', one))))] : []),
    ...(technique ? [words.say('techniqueBy', words.list(technique.map((one) => one.toUpperCase())))] : []),
    ...(territory ? [words.phrase(territory)] : []),
    ...(term ? termTexts(term, words) : []),
    ...(penalty ? [words.say('measurePenalty', words.text(penalty))] : []),
    ...(binds ? [words.say('measureBindsUsers')] : []),
    ...(wording ? [quoted(words.phrase(wording), words)] : []),
    ...(note ? [words.phrase(note)] : []),
  ]
}

/** Those who were ordered to act, as one text; empty where the document names none. */
export function addresseesText({ addressees }: Pick<Measure, 'addressees'>, words: Words): string {
  return words.list(addressees.map((one) => addresseeText(one, words)).filter((name) => name !== ''))
}

function addresseeText({ name, class: kind, note }: Measure['addressees'][number], words: Words): string {
  const what = kind && words.named('class', kind)
  const notes = [name && what, note && words.text(note)].filter((part) => part !== undefined)
  const who = name ? words.text(name) : (what ?? '')
  return notes.length === 0 ? who : `${who} (${notes.join(', ')})`
}

/** Names that are written out; how many more there are is in the list of them. */
const mostNames = 5

export function someOf(names: readonly string[], words: Words): string {
  if (names.length <= mostNames) return words.list(names)
  return words.list([...names.slice(0, mostNames), words.count('more', names.length - mostNames)])
}

function quoted({ text, ...marks }: ReturnType<Words['phrase']>, words: Words): Detail {
  return { text: words.say('quoted', text), ...marks }
}
