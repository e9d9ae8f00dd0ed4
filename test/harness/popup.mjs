import { closeTab, until } from './launch.mjs'

/**
 * The popup's state and text for the tab whose address ends so: opened as a page, which is what it is.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {string} ending of the tab's address
 * @param {(text: string) => boolean} [is] waits until it says this
 * @returns {Promise<{ state: string, text: string }>}
 */
export async function popupOn(writ, ending, is = (text) => text !== '') {
  const popup = await writ.openOwn('popup', `?tab=${await tabOf(writ, ending)}`)
  const { text } = await until(popup, (now) => is(now.text))
  const state = await popup.evaluate(() => document.querySelector('article')?.dataset['state'] ?? '')
  await closeTab(popup)
  return { state, text }
}

/** @param {import('./launch.mjs').Launched} writ @param {string} ending @returns {Promise<number>} */
export async function tabOf(writ, ending) {
  const own = await writ.openOwn('options')
  const id = await own.evaluate(async (wanted) => {
    const { browser, chrome } = /** @type {any} */ (globalThis)
    const tabs = await (browser ?? chrome).tabs.query({})
    return tabs.find((/** @type {{ url?: string }} */ { url }) => url?.endsWith(wanted))?.id
  }, ending)
  await closeTab(own)
  if (id === undefined) throw new Error(`no tab is on ${ending}`)
  return id
}
