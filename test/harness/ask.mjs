import { closeTab, until } from './launch.mjs'

/**
 * Asks the background as the extension's own pages do, on one of them.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {string} name
 * @param {unknown} request
 * @param {string} [page] the extension's page to ask on, by its path
 * @returns {Promise<number>} milliseconds until the answer came
 */
export async function asking(writ, name, request, page = 'extension/pages/options/index.html') {
  const own = await writ.open(`${writ.origin}/${page}`)
  await until(own, ({ text }) => text !== '')
  const took = await own.evaluate(
    async (message) => {
      const { browser, chrome } = /** @type {any} */ (globalThis)
      const start = performance.now()
      await (browser ?? chrome).runtime.sendMessage(message)
      return performance.now() - start
    },
    { ask: name, request },
  )
  await closeTab(own)
  return took
}
