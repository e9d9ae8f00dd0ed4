import { closeTab, until } from './launch.mjs'

/**
 * Asks the background as the extension's own pages do, on one of them.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {string} name
 * @param {unknown} request
 * @returns {Promise<number>} milliseconds until the answer came
 */
export async function asking(writ, name, request) {
  const own = await writ.openOwn('options')
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
