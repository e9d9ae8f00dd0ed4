import type { ExplainedOrder, Explanation } from '../lookup/explain.ts'
import { entryFact, orderFacts, provenanceText, type Fact } from './order-facts.ts'
import type { Words } from './words.ts'

/** An explanation in words: what block page, popup and command line all say. */
export interface ExplanationText {
  /** Whether anything is blocked here and now. */
  blocked: boolean
  headline: string
  lead: string
  orders: OrderText[]
  /** What the block does not mean. */
  notes: string[]
}

export interface OrderText {
  id: string
  title: string
  /** One word: its state here and now. */
  status: string
  /** What a reader must know before the facts: it has ended, it is applied by choice, it was suspended. */
  notice?: string
  facts: Fact[]
  links: { text: string; url: string }[]
}

export interface ReaderContext {
  /** Whether an administrator has put settings in force. */
  managed: boolean
}

export function explanationText(explanation: Explanation, words: Words, { managed }: ReaderContext): ExplanationText {
  const applied = explanation.orders.filter((order) => order.applied && order.entry.block)
  const host = explanation.asked.host
  const blocked = applied.length > 0
  return {
    blocked,
    headline: words.say(headlineKey(explanation, applied), host),
    lead: leadOf(explanation, applied, words, managed),
    orders: explanation.orders.map((order) => orderText(order, words, managed)),
    notes: blocked ? [words.say(managed ? 'addressedByOrganisation' : 'addressedByYou'), words.say('noteVisitor')] : [],
  }
}

function headlineKey({ orders }: Explanation, applied: ExplainedOrder[]): string {
  if (applied.length === 0) return orders.length === 0 ? 'headlineNotCovered' : 'headlineNotApplied'
  return applied.every(({ byChoice }) => byChoice) ? 'headlineBeyond' : 'headlineBlocked'
}

function leadOf({ asked, orders }: Explanation, applied: ExplainedOrder[], words: Words, managed: boolean): string {
  const order = applied[0] ?? orders[0]
  if (!order) return words.say('leadNotCovered', asked.host)
  const notice = noticeOf(order, words, managed)
  if (applied.length === 0) return notice ?? words.say('leadNotCovered', asked.host)
  const court = order.record.order.decisions[0].court
  if (applied.length > 1) return words.count('leadSeveral', applied.length, asked.host)
  return [notice, words.say('leadBlocked', asked.host, court)].filter((sentence) => sentence !== undefined).join(' ')
}

export function orderText(explained: ExplainedOrder, words: Words, managed: boolean): OrderText {
  const { record, status, byChoice } = explained
  const notice = noticeOf(explained, words, managed)
  const { decisions, legalBasis, contest, sources } = record.order
  const links = [
    ...decisions.flatMap(({ url, court }) => (url ? [{ text: words.say('linkDecision', court), url }] : [])),
    ...legalBasis.flatMap(({ url, citation }) => (url ? [{ text: citation, url }] : [])),
    ...(contest?.url ? [{ text: words.say('linkContest'), url: contest.url }] : []),
    ...sources.slice(0, 1).map(({ url }) => ({ text: words.say('linkSource'), url })),
  ]
  return {
    id: record.order.id,
    title: words.text(record.order.title),
    status: words.say(byChoice ? 'status_beyond' : `status_${status.replaceAll('-', '_')}`),
    ...(notice === undefined ? {} : { notice }),
    facts: [
      ...orderFacts(record, words),
      entryFact(explained, words),
      { term: words.say('factProvenance'), details: [provenanceText(record, words)] },
    ],
    links: links.filter(({ url }, at) => links.findIndex((other) => other.url === url) === at),
  }
}

/** Said before anything else, where the order is not simply in force. */
export function noticeOf(
  {
    record,
    status,
    applied,
    byChoice,
    nextChange,
  }: Pick<ExplainedOrder, 'record' | 'status' | 'applied' | 'byChoice' | 'nextChange'>,
  words: Words,
  managed: boolean,
): string | undefined {
  const { span, order } = record
  const day = (at: number) => words.day(at, order.timeZone)
  const last = span.end === undefined ? '' : day(span.end - 1)
  const ended = span.endApproximate ? words.say('about', last) : last
  if (byChoice) return words.say(managed ? 'noticeBeyondOrganisation' : 'noticeBeyondYou', ended)
  if (status === 'in-force') return applied ? undefined : words.say('noticeListed')
  if (status === 'ended') return words.say('noticeEnded', ended)
  if (status === 'pending') return words.say('noticePending', day(span.start))
  if (status === 'paused')
    return nextChange === undefined
      ? words.say('noticePaused')
      : words.say('noticePausedUntil', words.instant(nextChange))
  const decision = order.decisions.findLast(({ effect }) => effect === (status === 'lifted' ? 'lifts' : 'suspends'))
  const key = status === 'lifted' ? 'noticeLifted' : 'noticeSuspended'
  return decision ? words.say(key, words.date(decision.date), decision.court) : words.say('noticeTargetLifted')
}

/** The whole as plain text, for a terminal or a clipboard. */
export function plainText({ headline, lead, orders, notes }: ExplanationText): string {
  const blocks = orders.map(({ title, status, notice, facts, links }) =>
    [
      `${title} (${status})`,
      ...(notice ? [`  ${notice}`] : []),
      ...facts.flatMap(({ term, details }) =>
        details.map((detail, at) => `  ${at === 0 ? `${term}: ` : '    '}${detail}`),
      ),
      ...links.map(({ text, url }) => `  ${text}: ${url}`),
    ].join('\n'),
  )
  return [headline, lead, ...blocks, ...notes].join('\n\n')
}
