import { referenceUrl } from '../order/references.ts'
import type { Explanation } from '../standing/explain.ts'
import type { FeedOrigin, OrderRecord } from '../standing/record.ts'
import { answersOf, type Answer } from './answers.ts'
import { actorOf, blockingOrders, headlineOf, leadOf } from './heading.ts'
import { noticeOf, type ShownOrder } from './notice.ts'
import type { Fact } from './fact.ts'
import { heldFacts, measureFacts } from './measure-facts.ts'
import { decisionFacts, entryFact, gistOf, originFacts } from './order-facts.ts'
import { remedyFacts } from './remedy-facts.ts'
import { termFacts } from './term-facts.ts'
import { courtOf } from './names.ts'
import { plain, type Detail, type Phrase } from './phrase.ts'
import { timelineText, type TimelineText } from './timeline-text.ts'
import type { Words } from './words.ts'

/** An explanation in words: what block page, popup and command line all say. */
export interface ExplanationText {
  /** Whether anything is blocked here and now. */
  blocked: boolean
  /** The target, and what is so of it: the tab's title, too. */
  headline: string
  /** Names who applies it here, where something is blocked. */
  actor?: string
  lead: string
  /** The answers of the first of the orders. */
  answers: Answer[]
  orders: OrderText[]
}

export interface OrderText {
  id: string
  title: Phrase
  /** One word: its state here and now. */
  status: string
  /** The sentence that a reader must know before the facts: it has ended, it is applied by choice, it was suspended. */
  notice?: string
  /** The order's identity in a line, for where the rest of it is folded. */
  gist: Detail[]
  groups: FactGroup[]
  links: Link[]
}

/** Facts that answer one question: the decision, what it orders, until when, how to contest it, where it comes from. */
export interface FactGroup {
  name: 'decision' | 'measures' | 'term' | 'remedies' | 'origin'
  heading: string
  facts: Fact[]
  timeline?: TimelineText
}

interface Link {
  text: Phrase
  /** http or https: the parser lets nothing else in. */
  url: string
}

interface ReaderContext {
  /** Epoch milliseconds. */
  now: number
  /** The name of the organisation that manages this browser. */
  supportName?: string
}

export function explanationText(explanation: Explanation, words: Words, context: ReaderContext): ExplanationText {
  const { now, supportName = '' } = context
  const blocking = blockingOrders(explanation)
  const headline = headlineOf(explanation, words)
  const actor = actorOf(blocking, supportName, words)
  const [shown] = explanation.orders
  return {
    blocked: blocking.length > 0,
    headline,
    ...(actor === undefined ? {} : { actor }),
    lead: leadOf(explanation, words, now),
    answers: shown ? answersOf(shown, words, now) : [],
    orders: explanation.orders.map((order) => orderText(order, words, context)),
  }
}

export function orderText(order: ShownOrder, words: Words, { now }: ReaderContext): OrderText {
  const { record, status, beyondTerm, held, entry } = order
  const notice = noticeOf(order, words, now)
  const state = words.named('status', beyondTerm ? 'beyond-term' : status)
  const group = (name: FactGroup['name'], facts: Fact[], timeline?: TimelineText): FactGroup => ({
    name,
    heading: words.named('group', name),
    facts,
    ...(timeline ? { timeline } : {}),
  })
  return {
    id: record.order.id,
    title: words.phrase(record.order.title),
    status: state,
    ...(notice === undefined ? {} : { notice }),
    gist: gistOf(record, words),
    groups: [
      group('decision', decisionFacts(record, words)),
      group('measures', [
        ...(entry ? [entryFact({ entry }, words)] : []),
        ...heldFacts(held, words),
        ...measureFacts(record, words),
      ]),
      group('term', termFacts(record, words), timelineText(order, state, now, words)),
      group('remedies', remedyFacts(record, words)),
      group('origin', originFacts(record, words)),
    ],
    links: linksOf(record, words),
  }
}

function linksOf({ order, feed }: OrderRecord, words: Words): Link[] {
  const { decisions, legalBasis, contest, sources, references, reasons } = order
  const links: Link[] = [
    ...(feed ? [{ text: { text: words.say('linkRegister') }, url: registerPage(feed, order.id, words) }] : []),
    ...decisions.flatMap((one) =>
      one.url ? [{ text: { text: words.say('linkDecision', courtOf(one, words)) }, url: one.url }] : [],
    ),
    ...legalBasis.flatMap(({ url, citation }) => (url ? [{ text: words.phrase(citation), url }] : [])),
    ...contest.flatMap(({ url }) => (url ? [{ text: { text: words.say('linkContest') }, url }] : [])),
    ...sources.map(({ url }) => ({ text: { text: words.say('linkSource') }, url })),
    ...references.flatMap(({ db, id }) => {
      const url = referenceUrl({ db, id })
      return url === undefined ? [] : [{ text: { text: `${db} ${id}` }, url }]
    }),
    ...reasons.flatMap(({ source }) =>
      source === undefined ? [] : [{ text: { text: words.say('linkSource') }, url: source }],
    ),
  ]
  return links.filter(({ url }, at) => links.findIndex((other) => other.url === url) === at)
}

/** An order's page in the register that stands beside its feed, in the reader's language: `https://feed.example/orders/some-order/fr.html`. */
function registerPage({ address }: FeedOrigin, id: string, { language }: Words): string {
  return new URL(`orders/${id}/${language.split('-')[0]}.html`, address.endsWith('/') ? address : `${address}/`).href
}

/** The whole as plain text, for a terminal or a clipboard. */
export function plainText({ headline, actor, lead, orders }: ExplanationText, words: Words): string {
  const colon = words.say('colon')
  return [headline, ...(actor ? [actor] : []), lead, ...orders.map((order) => plainOrder(order, colon))].join('\n\n')
}

function plainOrder({ title, status, notice, groups, links }: OrderText, colon: string): string {
  return [
    `${title.text} (${status})`,
    ...(notice ? [`  ${notice}`] : []),
    ...groups.flatMap(({ facts, timeline }) => [
      ...facts.flatMap((fact) => plainFact(fact, colon)),
      ...(timeline?.days ?? []).flatMap((day) => plainDay(day, colon)),
    ]),
    ...links.map(({ text, url }) => `  ${text.text}${colon}${url}`),
  ].join('\n')
}

/** Facts beside an explanation, as lines of plain text. */
export function plainFacts(facts: readonly Fact[], words: Words): string {
  const colon = words.say('colon')
  return facts.flatMap((fact) => plainFact(fact, colon)).join('\n')
}

function plainFact({ term, details }: Fact, colon: string): string[] {
  return details.map((detail, at) => `  ${at === 0 ? `${term}${colon}` : '    '}${plain(detail)}`)
}

function plainDay({ day, events }: TimelineText['days'][number], colon: string): string[] {
  const details = events.map((event) => [event.title, ...event.details.map(plain)].join(', '))
  return plainFact({ term: day.text, details }, colon)
}
