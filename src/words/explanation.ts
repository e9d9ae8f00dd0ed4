import type { ExplainedOrder, Explanation } from '../lookup/explain.ts'
import type { OrderRecord } from '../lookup/record.ts'
import type { Decision } from '../order/order.ts'
import { standingAt } from '../order/standing.ts'
import { nextWith, type Status } from '../order/status.ts'
import { decisionFacts, entryFact, gistOf, measureFacts, originFacts, remedyFacts, type Fact } from './order-facts.ts'
import { phraseIn, plain, type Detail, type Phrase } from './phrase.ts'
import { timelineText, type TimelineText } from './timeline-text.ts'
import type { Words } from './words.ts'

/** An explanation in words: what block page, popup and command line all say. */
export interface ExplanationText {
  /** Whether anything is blocked here and now. */
  blocked: boolean
  /** Of the tab: what it says of which host. */
  title: string
  headline: string
  lead: string
  orders: OrderText[]
  /** What the block does not mean. */
  notes: string[]
}

export interface OrderText {
  id: string
  title: Phrase
  /** One word: its state here and now. */
  status: string
  /** What a reader must know before the facts: it has ended, it is applied by choice, it was suspended. */
  notice?: string
  /** Its identity in a line, for where the rest of it is folded. */
  gist: Detail[]
  groups: FactGroup[]
  links: Link[]
}

/** What a reader asks in one breath: the decision, what it orders, until when, how to contest it, where it comes from. */
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
  const host = explanation.asked.host
  const blocked = applied.length > 0
  return {
    blocked,
    title: words.say(host === '' ? headlineKey(explanation, applied) : titleKey(explanation, applied), host),
    headline: words.say(headlineKey(explanation, applied), host),
    lead: leadOf(explanation, applied, words, context),
    orders: explanation.orders.map((order) => orderText(order, words, context)),
    notes: blocked ? [...new Set(applied.map((order) => words.say(choosersKey(order)))), words.say('noteVisitor')] : [],
  }
}

/** Whose choice it is to apply an order that addressed others. */
function choosersKey({ record, byOrganisation }: ExplainedOrder): string {
  const areNamed = record.order.measures.some(({ addressees }) => addressees.length > 0)
  if (byOrganisation) return areNamed ? 'addressedByOrganisation' : 'popupByOrganisation'
  return areNamed ? 'addressedByYou' : 'popupByYou'
}

function headlineKey({ orders }: Explanation, applied: ExplainedOrder[]): string {
  if (applied.length === 0) return orders.length === 0 ? 'headlineNotCovered' : 'headlineNotApplied'
  return isBeyond(applied) ? 'headlineBeyond' : says[groundOf(applied)].headline
}

function titleKey({ orders }: Explanation, applied: ExplainedOrder[]): string {
  if (applied.length === 0) return orders.length === 0 ? 'notCoveredTitle' : 'notBlockedTitle'
  return isBeyond(applied) ? 'beyondTitle' : says[groundOf(applied)].title
}

/** Who decided: an order document may hold what an authority ordered, or what those who block have agreed on. */
const grounds = {
  judgment: 'court',
  interim: 'court',
  administrative: 'authority',
  agreement: 'agreement',
} as const satisfies Record<Decision['kind'], string>

const says = {
  court: { title: 'blockedTitle', headline: 'headlineBlocked', lead: 'leadBlocked' },
  authority: { title: 'blockedTitleAuthority', headline: 'headlineAuthority', lead: 'leadAuthority' },
  agreement: { title: 'blockedTitleAgreement', headline: 'headlineAgreement', lead: 'leadAgreement' },
  several: { title: 'blockedTitleSeveral', headline: 'headlineSeveral' },
} as const

/** Of all that block it. */
function groundOf(applied: ExplainedOrder[]): keyof typeof says {
  const [ground, ...others] = new Set(applied.map((order) => grounds[decisionOn(order).kind]))
  return ground === undefined || others.length > 0 ? 'several' : ground
}

/** No court orders it any more: what is blocked is so by somebody's choice alone. */
function isBeyond(applied: ExplainedOrder[]): boolean {
  return applied.every(({ byChoice }) => byChoice)
}

function leadOf(
  { asked, orders }: Explanation,
  applied: ExplainedOrder[],
  words: Words,
  { now }: ReaderContext,
): string {
  const order = applied[0] ?? orders[0]
  if (!order) return words.say('leadNotCovered', asked.host)
  const notice = noticeOf(order, words, now)
  if (applied.length === 0) return notice ?? words.say('leadNotCovered', asked.host)
  const { court, date, kind } = decisionOn(order)
  if (applied.length > 1) return words.count('leadSeveral', applied.length, asked.host)
  return [notice, words.say(says[grounds[kind]].lead, asked.host, court, words.date(date))]
    .filter((sentence) => sentence !== undefined)
    .join(' ')
}

/** The decision by which an order covers what was asked for: a later one may have added it. */
function decisionOn({ record, entry: { target } }: ExplainedOrder): Decision {
  const { decisions } = record.order
  return decisions[typeof target === 'object' ? (target.addedBy ?? 0) : 0] ?? decisions[0]
}

/** An order as it stands: with `entry`, in view of what was asked for. */
type StandingOrder = Omit<ExplainedOrder, 'entry'> & Partial<Pick<ExplainedOrder, 'entry'>>

export function orderText(order: StandingOrder, words: Words, { now }: ReaderContext): OrderText {
  const { record, status, byChoice, entry } = order
  const notice = noticeOf(order, words, now)
  const state = words.named('status', byChoice ? 'beyond' : status)
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
      group('measures', [...(entry ? [entryFact({ entry }, words)] : []), ...measureFacts(record, words)]),
      group('term', [], timelineText(order, state, now, words)),
      group('remedies', remedyFacts(record, words)),
      group('origin', originFacts(record, words)),
    ],
    links: linksOf(record, words),
  }
}

function linksOf({ order }: OrderRecord, words: Words): Link[] {
  const { decisions, legalBasis, contest, sources, language } = order
  const links: Link[] = [
    ...decisions.flatMap(({ url, court }) => (url ? [{ text: { text: words.say('linkDecision', court) }, url }] : [])),
    ...legalBasis.flatMap(({ url, citation }) =>
      url ? [{ text: phraseIn(citation, language, words.language), url }] : [],
    ),
    ...(contest?.url ? [{ text: { text: words.say('linkContest') }, url: contest.url }] : []),
    ...sources.map(({ url }) => ({ text: { text: words.say('linkSource') }, url })),
  ]
  return links.filter(({ url }, at) => links.findIndex((other) => other.url === url) === at)
}

/** Said before anything else, where the order is not simply in force at `now` (epoch ms). */
export function noticeOf(
  { record, status, applied, byChoice, byOrganisation, exception, entry }: StandingOrder,
  words: Words,
  now: number,
): string | undefined {
  const { span, order } = record
  const day = (at: number) => words.day(at, order.timeZone)
  const last = span.end === undefined ? '' : day(span.end - 1)
  const ended = span.endApproximate ? words.say('about', last) : last
  if (exception)
    return exception.reason === undefined
      ? words.say('noticeProtected', exception.name)
      : words.say('noticeExempt', exception.name, exception.reason)
  if (entry?.standing === 'lifted' && status !== 'lifted') return entryNotice(entry, record, words)
  if (entry?.standing === 'to-come' && isToApply(status)) return entryNotice(entry, record, words)
  if (applied && entry && !entry.block) return words.say('noticeDelisted')
  if (byChoice) return words.say(byOrganisation ? 'noticeBeyondOrganisation' : 'noticeBeyondYou', ended)
  if (status === 'in-force') return applied ? undefined : words.say('noticeListed')
  if (status === 'ended') return words.say('noticeEnded', ended)
  if (status === 'pending')
    return words.say('noticePending', day(nextWith(['in-force', 'paused'], record.schedule, now) ?? span.start))
  if (status === 'paused') {
    const next = nextWith(['in-force'], record.schedule, now)
    return next === undefined
      ? words.say('noticePaused')
      : words.say('noticePausedUntil', words.instant(next, order.timeZone))
  }
  const against = standingAt(order, now)
  const key = status === 'lifted' ? 'noticeLifted' : 'noticeSuspended'
  return against && words.say(key, words.date(against.decision.date), against.decision.court)
}

/** Of a single name, since when it is no longer covered, or from when on it is; undefined of one that counts now. */
export function entryNotice(
  { standing, from, until }: Pick<ExplainedOrder['entry'], 'standing' | 'from' | 'until'>,
  { order: { timeZone } }: OrderRecord,
  words: Words,
): string | undefined {
  if (standing === 'lifted') return words.say('noticeNameLifted', words.day(until!, timeZone))
  return standing === 'to-come' ? words.say('noticeNamePending', words.day(from!, timeZone)) : undefined
}

/** Whether an order is applied now, or is to be. */
function isToApply(status: Status): boolean {
  return status === 'in-force' || status === 'paused' || status === 'pending'
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
