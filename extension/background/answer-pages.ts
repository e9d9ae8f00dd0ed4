import { reasonOf } from '../../src/order/issue.ts'
import { browser, type Runtime } from '../platform/browser.ts'
import type { Answer, Envelope, Name, Request, Response } from '../messages/requests.ts'
import { onMessage } from './on-message.ts'

export type Handlers = { [N in Name]: (request: Request<N>) => Promise<Response<N>> }

/**
 * Answers the extension's own pages and nobody else: these requests change what is enforced. A content script lives in
 * a web page's process, so its messages carry that page's address and are refused here.
 */
export function answer(handlers: Handlers): void {
  onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(message, handlers) || !isOwnPage(sender)) return undefined
    return answerOf(handlers[message.ask] as (request: unknown) => Promise<Response<Name>>, message.request)
  })
}

async function answerOf(handler: (request: unknown) => Promise<Response<Name>>, request: unknown): Promise<Answer> {
  try {
    return { done: await handler(request) }
  } catch (error) {
    return { failed: reasonOf(error) }
  }
}

function isEnvelope(message: unknown, handlers: Handlers): message is Envelope {
  if (typeof message !== 'object' || message === null || !('ask' in message)) return false
  return typeof message.ask === 'string' && Object.hasOwn(handlers, message.ask)
}

function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL(''))
}
