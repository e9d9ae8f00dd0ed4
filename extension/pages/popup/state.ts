import type { ExplainedOrder, Explanation } from '../../../src/lookup/explain.ts'
import { explanationText, orderText, type OrderText } from '../../../src/words/explanation.ts'
import type { Fact } from '../../../src/words/order-facts.ts'
import { termOf } from '../../../src/words/order-facts.ts'
import type { Words } from '../../../src/words/words.ts'
import { toneOf, type Tone } from '../parts/badge.tsx'

/** Everything that decides what the popup says. */
export interface PopupInput {
  /** The tab's page: of the web, the browser's own, or none that can be seen. */
  page: 'web' | 'browser'
  /** Undefined for a browser page, or when the store cannot be read. */
  explanation?: Explanation
  storeReadable: boolean
  /** Orders known at all. */
  orders: number
  /** Host access: without it the block stands and its page comes a moment later. */
  access: boolean
  privateWindows: boolean
  managed: boolean
  /** What of the policy cannot be used. */
  policyIssues: number
  /** Orders that the browser's limits keep from being enforced in full. */
  limited: number
  /** Epoch milliseconds. */
  now: number
}

export type PopupAction = 'allow-access' | 'open-options' | 'retry'

/** One headline, at most three facts, at most two actions; banners beside any state. */
export interface PopupState {
  name: PopupStateName
  headline: string
  lead?: string
  host?: string
  badge?: { tone: Tone; text: string }
  facts: Fact[]
  actions: PopupAction[]
  banners: string[]
}

export type PopupStateName =
  | 'not-concerned'
  | 'blocked'
  | 'beyond-term'
  | 'pending'
  | 'paused'
  | 'ended'
  | 'listed'
  | 'suspended'
  | 'lifted'
  | 'no-access'
  | 'browser-page'
  | 'no-orders'
  | 'unreadable'

export function popupState(input: PopupInput, words: Words): PopupState {
  const { say } = words
  const plain = (name: PopupStateName, key: string, actions: PopupAction[] = []): PopupState => ({
    name,
    headline: say(key),
    facts: [],
    actions: [...actions, 'open-options'],
    banners: banners(input, words),
  })
  if (!input.storeReadable) return plain('unreadable', 'popupUnreadable', ['retry'])
  if (input.orders === 0) return plain('no-orders', 'popupNoOrders')
  if (input.page === 'browser' || !input.explanation) return plain('browser-page', 'popupBrowserPage')
  const [order] = input.explanation.orders
  if (!order) return { ...notConcerned(plain, input), host: input.explanation.asked.host }
  return concerned(input, input.explanation, order, words)
}

function notConcerned(
  plain: (name: PopupStateName, key: string, actions?: PopupAction[]) => PopupState,
  input: PopupInput,
) {
  return input.access
    ? plain('not-concerned', 'popupNotConcerned')
    : plain('no-access', 'popupNoAccess', ['allow-access'])
}

function concerned(input: PopupInput, explanation: Explanation, order: ExplainedOrder, words: Words): PopupState {
  const text = explanationText(explanation, words, input)
  const shown = orderText(order, words, input)
  const blocked = order.applied && order.entry.block
  const name: PopupStateName = blocked ? (order.byChoice ? 'beyond-term' : 'blocked') : resting(order)
  return {
    name,
    headline: blocked ? text.headline : (shown.notice ?? text.headline),
    host: explanation.asked.host,
    badge: { tone: toneOf(order), text: shown.status },
    ...(blocked && shown.notice ? { lead: shown.notice } : {}),
    facts: facts(order, shown, words),
    actions: [...(input.access ? [] : (['allow-access'] as const)), 'open-options'],
    banners: [
      ...(explanation.orders.length > 1 ? [words.count('popupMoreOrders', explanation.orders.length - 1)] : []),
      ...banners(input, words),
    ],
  }
}

function resting({ status }: ExplainedOrder): PopupStateName {
  return status === 'in-force' ? 'listed' : status
}

function facts({ record }: ExplainedOrder, shown: OrderText, words: Words): Fact[] {
  const [first] = record.order.decisions
  return [
    { term: shown.title.text, details: [first.court, words.date(first.date)] },
    { term: words.say('factDocket'), details: [first.docket ?? first.ecli ?? shown.id] },
    { term: words.say('factTerm'), details: termOf(record, words) },
  ]
}

function banners({ managed, policyIssues, limited, privateWindows, access, page }: PopupInput, words: Words): string[] {
  return [
    ...(managed ? [words.say('bannerManaged')] : []),
    ...(policyIssues > 0 ? [words.count('bannerPolicyIssues', policyIssues)] : []),
    ...(limited > 0 ? [words.count('bannerLimited', limited)] : []),
    ...(privateWindows ? [] : [words.say('bannerPrivateWindows')]),
    ...(access || page !== 'web' ? [] : [words.say('popupNoAccess')]),
  ]
}
