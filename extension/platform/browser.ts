import type { Browser, Runtime } from 'webextension-polyfill'

export type { BrowsingData, DeclarativeNetRequest, Runtime, Storage, Tabs, WebNavigation } from 'webextension-polyfill'

const { browser: own, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser }

/** The browser, by its types alone: both give promises by now, and a polyfill would be read at each opening of a page. */
export const browser = own ?? chrome

/** What a listener answers when it could not do what was asked for. */
interface Failed {
  failed: string
}

/**
 * Answers messages; `undefined` leaves a message to the next listener. Firefox takes a promise of the answer from a
 * listener, Chromium 128 does not: both take it by `respond`, and wait for it where the listener gives `true`.
 */
export function answerMessages(
  listener: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined,
): void {
  const answering = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const answer = listener(message, sender)
    answer?.then(respond, (error: unknown) => respond({ failed: String(error) } satisfies Failed))
    return answer ? true : undefined
  }
  browser.runtime.onMessage.addListener(answering as Runtime.OnMessageListener)
}

/** Sends a message to the background; rejects with its reason where it could not do what was asked for. */
export async function sendMessage(message: unknown): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage(message)
  if (typeof answer === 'object' && answer !== null && 'failed' in answer) throw new Error(String(answer.failed))
  return answer
}

declare const __BROWSER__: 'chrome' | 'firefox'

/** Which build this is: what differs between the browsers is decided where it is used, never by sniffing. */
export const build = __BROWSER__
