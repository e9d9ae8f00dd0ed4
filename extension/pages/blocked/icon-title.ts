import { browser } from '../../platform/browser.ts'

/** Says on the extension's icon what the page says; the browser forgets it when the tab goes elsewhere. */
export async function titleIcon(title: string): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await browser.action.setTitle({ tabId: tab.id, title })
}
