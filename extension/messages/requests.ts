import type { Entry } from '../../src/import/entry.ts'
import type { Judged } from '../../src/import/judge/judge.ts'
import type { FeedPreview } from '../../src/feed/preview.ts'
import type { Comparison } from '../../src/standing/comparison.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { Issue, Result } from '../../src/order/issue.ts'
import type { Choice } from '../../src/standing/application.ts'
import type { LocatedIssue } from '../../src/order/reading/places.ts'
import type { TargetCounts } from '../../src/order/targets/counts.ts'
import type { UserSettings } from '../../src/policy/settings.ts'
import type { ReadSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'

/** Requests from pages to the background, by name, each with what comes back once it is done. */
export interface Requests {
  /** Answers with what the browser refused. */
  'orders/choose': { request: { id: string; choice: Choice }; response: Issue[] }
  'orders/check': { request: { text: string }; response: Checked }
  /** Judges a list part by part; the answer to the last is what became of all. */
  'lists/judge': { request: ListPart; response: Judged | null }
  /** All of them or none are kept; `refused` is what the browser then did not take of their rules. */
  'orders/import': { request: { texts: string[] }; response: Result<{ ids: string[]; refused: Issue[] }> }
  'orders/remove': { request: { key: string }; response: void }
  /** Undoes a removal. */
  'orders/restore': { request: { key: string }; response: void }
  /** A feed as it would be followed, and the text to add it by; nothing is kept. */
  'feeds/preview': { request: { text: string }; response: Result<FeedPreview & { source: string }> }
  /** Follows a feed from then on, whether or not its server can be asked now. */
  'feeds/add': { request: { text: string }; response: Result<{ root: string }> }
  /** Follows it no longer, and drops its orders. */
  'feeds/remove': { request: { root: string }; response: void }
  /** Asks a feed now. */
  'feeds/update': { request: { root: string }; response: void }
  /** Applies an update of a feed's order that is held. */
  'feeds/release': { request: { root: string; id: string; version: number }; response: void }
  /** Sets what of the patch can be used; the answer says what that was, why the rest was not, and what the browser refused. */
  'settings/save': { request: Partial<UserSettings>; response: ReadSettings }
  /** Brings everything in line; `thorough` looks for damage, too. */
  reconcile: { request: { thorough: boolean } | null; response: void }
  /** Takes a tab back from the block page; `entries` in its history, that page included. */
  leave: { request: { tabId: number; entries: number }; response: void }
}

/** A document as it would be if it were kept; nothing is. */
export interface Checked {
  /** Undefined where there are issues. */
  order?: CheckedOrder
  issues: LocatedIssue[]
  warnings: LocatedIssue[]
}

export interface CheckedOrder extends Comparison {
  record: OrderRecord
  counts: TargetCounts
  /** The first targets that a measure blocks or hides, as the document names them. */
  first: string[]
  /** True where it would be applied as soon as it is kept. */
  applies: boolean
}

/** A part of a list, short enough for a message. */
export interface ListPart extends ListReading {
  /** Names the list. */
  list: string
  /** From 0, which begins it. */
  part: number
  /** The file in which these entries stand, where there are several. */
  file?: string
  entries: Entry[]
  last: boolean
}

/** How a person wants a list to be read. */
export interface ListReading {
  /** Takes the address of a whole site for its domain. */
  urlsAsDomains: boolean
  /** Takes what would be held. */
  accept: boolean
}

export type Name = keyof Requests
export type Request<N extends Name> = Requests[N]['request']
export type Response<N extends Name> = Requests[N]['response']

export interface Envelope<N extends Name = Name> {
  ask: N
  request: Request<N>
}

/** The answer to a request, or its error as text: browsers lose an error object on its way between processes. */
export type Answer<N extends Name = Name> = { done: Response<N> } | { failed: string }

/** Rejects where it could not be done, with the reason. */
export async function ask<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  const answer: Answer<N> = await browser.runtime.sendMessage({ ask: name, request } satisfies Envelope<N>)
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.done
}
