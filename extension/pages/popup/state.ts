import { isLive } from '../../../src/order/time/status.ts'
import type { ExplainedOrder, Explanation } from '../../../src/standing/explain.ts'
import type { OrderRecord } from '../../../src/standing/record.ts'
import type { Issue } from '../../../src/order/issue.ts'
import { explanationText, nearbyKeys, type OrderText } from '../../../src/words/explanation.ts'
import { noticeOf } from '../../../src/words/notice.ts'
import type { Fact } from '../../../src/words/fact.ts'
import { decidedBy, entryFact } from '../../../src/words/order-facts.ts'
import type { Detail, Phrase } from '../../../src/words/phrase.ts'
import type { TimelineText } from '../../../src/words/timeline-text.ts'
import type { Words } from '../../../src/words/words.ts'
import type { HiddenResults } from '../../store/hidden-results.ts'
import { toneOf, type Tone } from '../parts/badge.tsx'
import { factsOf } from './facts.ts'

/** Everything that decides what the popup says. */
export interface PopupInput {
  /** The tab's page: of the web, the browser's own, or none that can be seen. */
  page: 'web' | 'browser'
  /** The tab shows the block page: the whole explanation is there already. */
  onBlockPage: boolean
  /** Undefined when the store cannot be read. */
  stored?: Stored
  /** Host access: without it the block stands and its page comes a moment later. */
  access: boolean
  privateWindows: boolean
  /** Where the tab is on a search engine's result page. */
  search?: SearchPage
  /** Epoch milliseconds. */
  now: number
}

export interface Stored {
  /** Undefined for a page that is not of the web. */
  explanation?: Explanation
  /** The number of orders that are kept. */
  orders: number
  /** The numbers of orders that are applied, and of the names that they block. */
  applied: { orders: number; names: number }
  managed: boolean
  /** Issues of the policy: values that cannot be used. */
  policyIssues: Issue[]
  /** Orders that the browser's limits keep from being enforced in full. */
  limited: OrderRecord[]
}

export interface SearchPage {
  engine: string
  /** Switched on in the settings. */
  on: boolean
  /** Results that the page's script has hidden; undefined where it does not answer. */
  hidden?: HiddenResults
}

export type PopupAction = 'allow-access' | 'explain' | 'open-options' | 'retry'

/** One headline, at most three facts, at most two actions; banners beside them. */
export interface PopupState {
  name: PopupStateName
  headline: string
  lead?: string
  host?: string
  /** Which entry covers the host, where it is not the host itself. */
  entry?: Detail
  badge?: { tone: Tone; text: string }
  /** The order's name, above its facts. */
  title?: Phrase
  picture?: Pick<TimelineText, 'stretches' | 'today'>
  facts: Fact[]
  actions: PopupAction[]
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
  | 'search-no-access'
  | 'browser-page'
  | 'no-orders'
  | 'unreadable'

export function popupState(input: PopupInput, words: Words): PopupState {
  const { say } = words
  const { stored, search } = input
  if (!stored) return plain('unreadable', say('popupUnreadable'), ['retry', 'open-options'])
  const beside = banners(stored, words)
  const [order] = stored.explanation?.orders ?? []
  if (stored.explanation && order) return coveredState(input, stored.explanation, order, words, beside)
  if (stored.orders === 0) return plain('no-orders', say('popupNoOrders'), ['open-options'], beside)
  if (search) return searchPageState(search, input, words, beside)
  const lead =
    stored.applied.orders === 0
      ? say('popupNothingApplied')
      : words.count('enforcedOrders', stored.applied.orders, words.count('names', stored.applied.names))
  const resting = (name: PopupStateName, headline: string) => ({
    ...plain(name, headline, ['open-options'], beside),
    lead,
  })
  if (input.page === 'browser') return resting('browser-page', say('popupBrowserPage'))
  const host = stored.explanation?.query.host ?? ''
  if (!input.access)
    return { ...plain('no-access', say('popupNoAccess'), ['allow-access', 'open-options'], beside), host }
  const nearby = stored.explanation?.nearby
  if (!nearby) return { ...resting('not-concerned', say('popupNotConcerned')), host }
  const { headline, lead: why } = nearbyKeys[nearby]
  return { ...resting('nearby', say(headline)), lead: say(why), host }
}

function plain(name: PopupStateName, headline: string, actions: PopupAction[], banners: string[] = []): PopupState {
  return { name, headline, facts: [], actions, banners }
}

function searchPageState(search: SearchPage, input: PopupInput, words: Words, beside: string[]): PopupState {
  const { engine, on, hidden } = search
  const { say } = words
  if (!on)
    return {
      ...plain('search-off', say('popupEngineOff', engine), ['open-options'], beside),
      lead: say('popupEngineOffLead'),
    }
  if (!hidden)
    return input.access
      ? plain('search-silent', say('popupSearchSilent'), ['open-options'], beside)
      : plain('search-no-access', say('popupSearchAccess'), ['allow-access', 'open-options'], beside)
  if (hidden.results === 0) return plain('search-page', say('popupHiddenNone'), ['open-options'], beside)
  return {
    ...plain(
      'search-page',
      words.count('popupHidden', hidden.results),
      ['open-options'],
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
  explanation: Explanation,
  order: ExplainedOrder,
  words: Words,
  beside: string[],
): PopupState {
  const text = explanationText(explanation, words, input)
  const shown = text.orders[0]!
  const blocked = order.applied && order.entry.block
  const { host } = explanation.query
  const others = explanation.orders.length - 1
  const byWhom = order.byOrganisation ? 'popupByOrganisation' : 'popupByYou'
  const lead = shown.notice ?? (blocked ? words.say(byWhom) : undefined)
  const timeline = timelineOf(shown)
  return {
    name: nameOf(order, blocked),
    headline: text.headline,
    host,
    ...(order.entry.value === host ? {} : { entry: entryFact(order, words).details[0]! }),
    badge: { tone: toneOf(order), text: shown.status },
    title: shown.title,
    ...(lead === undefined ? {} : { lead }),
    ...(timeline ? { picture: timeline } : {}),
    facts: factsOf(order, input.now, words),
    actions: actionsOf(input),
    banners: [
      // Beside a block, a button that only said "Allow" would read as if it let the site through.
      ...(input.access ? [] : [words.say('popupNoAccess')]),
      ...(others > 0 ? [words.count('popupMoreOrders', others)] : []),
      ...beside,
      ...(order.applied ? inPrivateWindows(input, words) : []),
    ],
  }
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

function actionsOf({ access, onBlockPage }: PopupInput): PopupAction[] {
  const wanted: PopupAction[] = [
    ...(access ? [] : (['allow-access'] as const)),
    ...(onBlockPage ? [] : (['explain'] as const)),
    'open-options',
  ]
  return wanted.slice(0, 2)
}

function timelineOf({ groups }: OrderText): TimelineText | undefined {
  return groups.find(({ timeline }) => timeline)?.timeline
}

function banners({ managed, policyIssues, limited }: Stored, words: Words): string[] {
  const titles = limited.map(({ order }) => words.text(order.title))
  return [
    ...(limited.length > 0 ? [words.say('bannerLimited', words.list(titles))] : []),
    ...(policyIssues.length > 0 ? [words.count('bannerPolicyIssues', policyIssues.length)] : []),
    ...(managed ? [words.say('bannerManaged')] : []),
  ]
}

/** Said where an order is applied to what the tab shows: only there could a reader take it to be so in every window. */
function inPrivateWindows({ privateWindows }: PopupInput, words: Words): string[] {
  return privateWindows ? [] : [words.say('bannerPrivateWindows')]
}
