import { browser } from '../platform/browser.ts'
import { item } from '../store/items.ts'

/** Whether open result pages were looked after since the extension was started: a browser, or an update, starts it. */
const lookedAfter = item('lookedAfter', false, (stored) => typeof stored === 'boolean', 'session')

/**
 * Has the scripts of result pages run on those that are open, too: the browser runs them on pages that are loaded, and what
 * an earlier version left there neither learns of an order nor asks about a result. A page that has them runs them no
 * second time.
 */
export async function lookAfterOpenPages(): Promise<void> {
  if (await lookedAfter.get()) return
  await lookedAfter.set(true)
  const scripts = browser.runtime.getManifest().content_scripts ?? []
  const registered = await browser.scripting.getRegisteredContentScripts()
  await Promise.all([...scripts, ...registered].map(({ matches, js, css }) => run(matches ?? [], js ?? [], css ?? [])))
}

async function run(matches: string[], js: string[], css: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false })
  await Promise.all(
    tabs.map(async ({ id }) => {
      const target = { tabId: id! }
      // A tab may be gone by now, or show another page.
      await browser.scripting.insertCSS({ target, files: css.map(pathOf) }).catch(() => undefined)
      await browser.scripting.executeScript({ target, files: js.map(pathOf) }).catch(() => undefined)
    }),
  )
}

/** Firefox gives a manifest's files with their whole address, and takes none. */
export function pathOf(file: string): string {
  return new URL(file, browser.runtime.getURL('')).pathname
}
