import type { Comparison } from '../../src/standing/comparison.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { Result } from '../../src/order/issue.ts'
import type { Choice } from '../../src/standing/application.ts'
import type { LocatedIssue } from '../../src/order/reading/places.ts'
import type { TargetCounts } from '../../src/order/targets/counts.ts'
import type { UserSettings } from '../../src/policy/settings.ts'
import type { ReadSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'

/** Requests from pages to the background, by name, each with what comes back once it is done. */
export interface Requests {
  'orders/choose': { request: { id: string; choice: Choice }; response: void }
  'orders/check': { request: { text: string }; response: Checked }
  /** All of them or none. */
  'orders/import': { request: { texts: string[] }; response: Result<{ ids: string[] }> }
  'orders/remove': { request: { key: string }; response: void }
  /** Undoes a removal. */
  'orders/restore': { request: { key: string }; response: void }
  /** Sets what of the patch can be used; the answer says what that was, and why the rest was not. */
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
