import { browser } from '../platform/browser.ts'

/** Shows on the button of one tab how much of its page is hidden or stopped; nothing for 0. Browsers clear it with the page. */
export async function showBadge(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' })
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#4a6b8a' })
}
