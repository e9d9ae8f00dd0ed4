import { referenceUrl } from '../order/references.ts'
import type { ExplainedOrder, Explanation } from '../standing/explain.ts'
import type { OrderRecord } from '../standing/record.ts'
import { commonGround, deciderOf, decisionOn, groundOf, type Decider, type Ground } from './ground.ts'
import type { MessageKey } from './message-key.ts'
import { noticeOf, type ShownOrder } from './notice.ts'
import type { Measure } from '../order/order.ts'
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
  /** The tab's title: what is said of which host. */
  title: string
  headline: string
  lead: string
  orders: OrderText[]
  /** Notes on what the block does not mean. */
  notes: string[]
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
}

export function explanationText(explanation: Explanation, words: Words, context: ReaderContext): ExplanationText {
  const applied = explanation.orders.filter((order) => order.applied && order.entry.block)
  const host = explanation.query.host
  const blocked = applied.length > 0
  return {
    blocked,
    title: words.say(host === '' ? headlineKey(explanation, applied) : titleKey(explanation, applied), host),
    headline: words.say(headlineKey(explanation, applied), host),
    lead: leadOf(explanation, applied, words, context),
    orders: explanation.orders.map((order) => orderText(order, words, context)),
    notes: blocked
      ? [...new Set(applied.map((order) => words.say(choosersKey(order)))), visitorNote(applied, words)]
      : [],
  }
}

/** That nobody is told of the visit; but an order may bind those who visit, and then it says something of them. */
function visitorNote(applied: ExplainedOrder[], words: Words): string {
  const bindsUsers = applied.some(({ record }) => record.order.measures.some(bindsVisitors))
  return words.say(bindsUsers ? 'noteUsers' : 'noteVisitor')
}

function bindsVisitors({ binds, addressees }: Measure): boolean {
  return binds === 'users' || addressees.some((one) => one.class === 'users')
}

/** The key that says by whose choice an order that addressed others is applied here. */
function choosersKey({ record, byOrganisation }: ExplainedOrder): MessageKey {
  const areNamed = record.order.measures.some(({ addressees }) => addressees.length > 0)
  if (byOrganisation) return areNamed ? 'addressedByOrganisation' : 'popupByOrganisation'
  return areNamed ? 'addressedByYou' : 'popupByYou'
}

function headlineKey({ orders, nearby }: Explanation, applied: ExplainedOrder[]): MessageKey {
  if (nearby) return nearbyKeys[nearby].headline
  if (applied.length === 0) return orders.length === 0 ? 'headlineNotCovered' : 'headlineNotApplied'
  return headingKeysOf(applied).headline
}

function titleKey({ orders }: Explanation, applied: ExplainedOrder[]): MessageKey {
  if (applied.length === 0) return orders.length === 0 ? 'notCoveredTitle' : 'notBlockedTitle'
  return headingKeysOf(applied).title
}

/** Keys for something of the host that an order names, where none covers the page. */
export const nearbyKeys: Record<
  NonNullable<Explanation['nearby']>,
  { headline: 'headlineAddress' | 'headlinePart'; lead: 'leadAddress' | 'leadPart' }
> = {
  address: { headline: 'headlineAddress', lead: 'leadAddress' },
  part: { headline: 'headlinePart', lead: 'leadPart' },
}

const headingKeys: Record<Ground | 'several', { title: MessageKey; headline: MessageKey }> = {
  court: { title: 'blockedTitle', headline: 'headlineBlocked' },
  authority: { title: 'blockedTitleAuthority', headline: 'headlineAuthority' },
  agreement: { title: 'blockedTitleAgreement', headline: 'headlineAgreement' },
  beyondTerm: { title: 'beyondTitle', headline: 'headlineBeyond' },
  several: { title: 'blockedTitleSeveral', headline: 'headlineSeveral' },
}

/**
 * The keys for what the block rests on: one that is still ordered is not a matter of choice, whatever else is applied
 * beyond its term.
 */
function headingKeysOf(applied: ExplainedOrder[]) {
  const ordered = applied.filter(({ beyondTerm }) => !beyondTerm)
  return headingKeys[commonGround((ordered.length > 0 ? ordered : applied).map(groundOf))]
}

const leads: Record<Decider, MessageKey> = {
  court: 'leadBlocked',
  authority: 'leadAuthority',
  agreement: 'leadAgreement',
}

function leadOf(
  { query, orders, nearby }: Explanation,
  applied: ExplainedOrder[],
  words: Words,
  { now }: ReaderContext,
): string {
  const order = applied[0] ?? orders[0]
  if (!order) return words.say(nearby ? nearbyKeys[nearby].lead : 'leadNotCovered', query.host)
  const notice = noticeOf(order, words, now)
  if (applied.length === 0) return notice ?? words.say('leadNotCovered', query.host)
  const decision = decisionOn(order)
  if (applied.length > 1) return words.count('leadSeveral', applied.length, query.host)
  return [
    notice,
    words.say(leads[deciderOf(decision.kind)], query.host, courtOf(decision, words), words.date(decision.date)),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ')
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

function linksOf({ order }: OrderRecord, words: Words): Link[] {
  const { decisions, legalBasis, contest, sources, references, reasons } = order
  const links: Link[] = [
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

/** The whole as plain text, for a terminal or a clipboard. */
export function plainText({ headline, lead, orders, notes }: ExplanationText, words: Words): string {
  const colon = words.say('colon')
  return [headline, lead, ...orders.map((order) => plainOrder(order, colon)), ...notes].join('\n\n')
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
