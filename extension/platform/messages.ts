import type { Comparison } from '../../src/lookup/comparison.ts'
import type { OrderRecord } from '../../src/lookup/record.ts'
import type { Issue, Result } from '../../src/order/issue.ts'
import type { Choice } from '../../src/order/application.ts'
import type { PlacedIssue } from '../../src/order/places.ts'
import type { TargetCounts } from '../../src/order/target-counts.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { browser, type Runtime } from './browser.ts'

/** What pages ask of the background, by name: the request and what comes back once it is done. */
export interface Requests {
  'orders/choose': { request: { id: string; choice: Choice }; response: void }
  'orders/check': { request: { text: string }; response: Checked }
  /** All of them or none. */
  'orders/import': { request: { texts: string[] }; response: Result<{ ids: string[] }> }
  'orders/remove': { request: { key: string }; response: void }
  /** Undoes a removal. */
  'orders/restore': { request: { key: string }; response: void }
  'settings/save': { request: Partial<Settings>; response: Issue[] }
  reconcile: { request: null; response: void }
  /** Takes a tab back from the block page; `entries` in its history, that page included. */
  leave: { request: { tabId: number; entries: number }; response: void }
}

/** What a document would be if it were kept; nothing of it is. */
export interface Checked {
  /** Undefined where there are issues. */
  order?: CheckedOrder
  issues: PlacedIssue[]
  warnings: PlacedIssue[]
}

export interface CheckedOrder extends Comparison {
  record: OrderRecord
  counts: TargetCounts
}

type Name = keyof Requests
type Request<N extends Name> = Requests[N]['request']
type Response<N extends Name> = Requests[N]['response']

interface Envelope<N extends Name = Name> {
  ask: N
  request: Request<N>
}

export async function ask<N extends Name>(name: N, request: Request<N>): Promise<Response<N>> {
  return (await browser.runtime.sendMessage({ ask: name, request } satisfies Envelope<N>)) as Response<N>
}

export type Handlers = { [N in Name]: (request: Request<N>) => Promise<Response<N>> }

/**
 * Answers the extension's own pages and nobody else: these requests change what is enforced. A content script lives in
 * a web page's process, so its messages carry that page's address and are refused here.
 */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(message, handlers) || !isOwnPage(sender)) return undefined
    const handler = handlers[message.ask] as (request: unknown) => Promise<unknown>
    return handler(message.request)
  })
}

function isEnvelope(message: unknown, handlers: Handlers): message is Envelope {
  if (typeof message !== 'object' || message === null || !('ask' in message)) return false
  return typeof message.ask === 'string' && Object.hasOwn(handlers, message.ask)
}

function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL(''))
}
