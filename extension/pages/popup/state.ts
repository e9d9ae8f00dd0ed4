import { isLive } from '../../../src/order/time/status.ts'
import type { ExplainedOrder, Explanation } from '../../../src/standing/explain.ts'
import { explanationText } from '../../../src/words/explanation.ts'
import type { Answer } from '../../../src/words/answers.ts'
import { nearbyKeys } from '../../../src/words/heading.ts'
import { noticeOf } from '../../../src/words/notice.ts'
import type { Fact } from '../../../src/words/fact.ts'
import { feedLine } from '../../../src/words/feed-words.ts'
import { decidedBy } from '../../../src/words/order-facts.ts'
import type { Phrase } from '../../../src/words/phrase.ts'
import type { Recipient } from '../../../src/words/report.ts'
import type { Words } from '../../../src/words/words.ts'
import { toneOf, type Tone } from '../parts/badge.tsx'
import { banners, inPrivateWindows } from './banners.ts'
import type { PopupInput, SearchPage, Stored } from './input.ts'

export type PopupAction = 'allow-access' | 'ask' | 'change' | 'explain' | 'reload' | 'retry'

/** One headline, at most three facts, at most two actions, the first of them the state's own; banners beside them. */
export interface PopupState {
  name: PopupStateName
  headline: string
  lead?: string
  host?: string
  badge?: { tone: Tone; text: string }
  /** The order's name, above its answers. */
  title?: Phrase
  /** The order's: who decided, until when, how to disagree. */
  answers: Answer[]
  /** The orders that hide results. */
  facts: Fact[]
  actions: PopupAction[]
  ask?: Recipient
  /** Whether a name can be looked up. */
  lookup: boolean
  banners: string[]
}

export type PopupStateName =
  | 'not-concerned'
  | 'nearby'
  | 'blocked'
  | 'beyond-term'
  | 'pending'
  | 'paused'
  | 'ended'
  | 'listed'
  | 'delisted'
  | 'exception'
  | 'held'
  | 'suspended'
  | 'lifted'
  | 'no-access'
  | 'search-page'
  | 'search-off'
  | 'search-silent'
  | 'search-idle'
  | 'search-no-access'
  | 'browser-page'
  | 'no-orders'
  | 'unreadable'

export function popupState(input: PopupInput, words: Words): PopupState {
  const { say } = words
  const { stored, search } = input
  if (!stored) return plain('unreadable', say('popupUnreadable'), ['retry'])
  const beside = banners(input, stored, words)
  const [order] = stored.explanation?.orders ?? []
  if (stored.explanation && order) return coveredState(input, stored, stored.explanation, order, words, beside)
  if (stored.orders === 0) return plain('no-orders', say('popupNoOrders'), [], beside)
  if (search) return searchPageState(search, input, stored, words, beside)
  const lead =
    stored.applied.orders === 0
      ? say('popupNothingApplied')
      : words.count('enforcedOrders', stored.applied.orders, words.count('names', stored.applied.names))
  const resting = (name: PopupStateName, headline: string) => ({
    ...plain(name, headline, [], beside),
    lead,
    lookup: true,
  })
  if (input.page === 'browser') return resting('browser-page', say('popupBrowserPage'))
  const host = stored.explanation?.query.host ?? ''
  if (!input.access) return { ...plain('no-access', say('popupNoAccess'), ['allow-access'], beside), host }
  const nearby = stored.explanation?.nearby
  if (!nearby) return { ...resting('not-concerned', words.count('popupNoneOf', stored.orders)), host }
  const { headline, lead: why } = nearbyKeys[nearby]
  return { ...resting('nearby', say(headline)), lead: say(why), host }
}

function plain(name: PopupStateName, headline: string, actions: PopupAction[], beside: string[] = []): PopupState {
  return { name, headline, answers: [], facts: [], actions, banners: beside, lookup: false }
}

function searchPageState(
  search: SearchPage,
  input: PopupInput,
  stored: Stored,
  words: Words,
  beside: string[],
): PopupState {
  const { engine, on, hidden } = search
  const { say } = words
  if (!on) return { ...plain('search-off', say('popupEngineOff', engine), [], beside), lead: say('popupEngineOffLead') }
  if (!hidden) {
    // Without an order no script is there to answer, and no reload would bring one.
    if (stored.applied.orders === 0)
      return { ...plain('search-idle', say('popupSearchIdle'), [], beside), lookup: true }
    return input.access
      ? {
          ...plain('search-silent', say('popupSearchSilent'), ['reload'], beside),
          lead: say('popupSearchSilentLead'),
        }
      : plain('search-no-access', say('popupSearchAccess'), ['allow-access'], beside)
  }
  if (hidden.results === 0) return { ...plain('search-page', say('popupHiddenNone'), [], beside), lookup: true }
  return {
    ...plain(
      'search-page',
      words.count('popupHidden', hidden.results),
      [],
      [...beside, ...inPrivateWindows(input, words)],
    ),
    lead: say('popupHiddenLead'),
    facts: hidden.orders
      .toSorted((a, b) => b.results - a.results)
      .slice(0, mostFacts)
      .map(({ order, results }) => {
        const { court, identity } = decidedBy(order.record, words)
        const notice = noticeOf(order, words, input.now) ?? []
        return {
          term: words.text(order.record.order.title),
          details: [court, identity, words.count('searchResults', results), notice].flat(),
        }
      }),
  }
}

const mostFacts = 3

function coveredState(
  input: PopupInput,
  stored: Stored,
  explanation: Explanation,
  order: ExplainedOrder,
  words: Words,
  beside: string[],
): PopupState {
  const { supportName } = stored.support
  const text = explanationText(explanation, words, { now: input.now, supportName })
  const shown = text.orders[0]!
  const blocked = order.applied && order.entry.block
  const others = explanation.orders.length - 1
  // Of an order that has expired, the notice says who applies it here.
  const actor = order.beyondTerm && !order.byOrganisation ? undefined : text.actor
  const lead = [actor, shown.notice].filter((sentence) => sentence !== undefined)
  const { ask } = stored
  const byFeed = feedLine(order.record, stored.feeds, words)
  return {
    ...plain(nameOf(order, blocked), text.headline, actionsOf(input, order, blocked, ask), []),
    badge: { tone: toneOf(order), text: shown.status },
    title: shown.title,
    ...(lead.length === 0 ? {} : { lead: lead.map((sentence) => sentence.replace(/\.?$/, '.')).join(' ') }),
    // The block page beside it says the rest.
    answers: input.onBlockPage ? [] : text.answers.filter(({ name }) => name !== 'basis').map(short),
    ...(ask && blocked ? { ask } : {}),
    banners: [
      // Beside a block, a button that only said "Allow" would read as if it let the site through.
      ...(input.access ? [] : [words.say('popupNoAccess')]),
      ...(others > 0 ? [words.count('popupMoreOrders', others)] : []),
      ...(byFeed === undefined ? [] : [byFeed]),
      ...beside,
      ...(order.applied ? inPrivateWindows(input, words) : []),
    ],
  }
}

/** An answer with what fits beside two others; the rest is in the full explanation. */
function short({ name, question, answer, more }: Answer): Answer {
  return { name, question, answer, more: more.slice(0, 1) }
}

function nameOf(
  { status, applied, beyondTerm, exception, entry: { standing } }: ExplainedOrder,
  blocked: boolean,
): PopupStateName {
  if (blocked) return beyondTerm ? 'beyond-term' : 'blocked'
  if (exception) return 'exception'
  if (standing === 'held') return 'held'
  if (applied) return 'delisted'
  if (standing === 'lifted' || standing === 'suspended') return standing
  if (standing === 'to-come' && status !== 'lifted' && status !== 'ended') return 'pending'
  return isLive(status) ? 'listed' : status
}

/** The state's own act first: to ask whom it is the choice of, or to change that; then the whole explanation. */
function actionsOf(
  { access, onBlockPage }: PopupInput,
  { locked }: ExplainedOrder,
  blocked: boolean,
  ask: Recipient | undefined,
): PopupAction[] {
  const own: PopupAction[] = locked ? (ask ? ['ask'] : []) : ['change']
  const wanted: PopupAction[] = [
    ...(access ? [] : (['allow-access'] as const)),
    ...(blocked ? own : []),
    ...(onBlockPage ? [] : (['explain'] as const)),
  ]
  return wanted.slice(0, 2)
}
