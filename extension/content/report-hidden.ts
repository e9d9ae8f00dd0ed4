import { browser } from '../platform/browser.ts'
import type { AskHidden, Hidden, Shown } from '../messages/search.ts'

/** Undefined until it is known whether this engine is switched on, and where it is not. */
let hidden: Hidden | undefined
let told = 0

/** Keeps what is hidden here for the popup to ask for, and tells the tab's badge where its number changes. */
export function tell(now: Hidden | undefined): void {
  hidden = now
  if (told !== (hidden?.results ?? 0)) void tellBadge()
}

async function tellBadge(): Promise<void> {
  told = hidden?.results ?? 0
  const message: Shown = { search: 'shown', results: told }
  try {
    await browser.runtime.sendMessage(message)
  } catch {
    // An extension that was updated or removed meanwhile has no badge any more.
  }
}

/** Answers the popup. Only the extension's own messages arrive here. */
export function answerPopup(): void {
  const answer = (message: unknown, _sender: unknown, respond: (hidden: Hidden | null) => void) => {
    if ((message as AskHidden | null)?.search === 'hidden') respond(hidden ?? null)
  }
  browser.runtime.onMessage.addListener(answer as Parameters<typeof browser.runtime.onMessage.addListener>[0])
  // A page that comes back from the browser's memory finds its tab without a badge.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && told > 0) void tellBadge()
  })
}
