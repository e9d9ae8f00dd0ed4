import { closeTab, until } from './launch.mjs'

/**
 * Asks the background as the extension's own pages do, on one of them; throws what it fails with.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {string} name
 * @param {unknown} request
 * @param {string} [page] the extension's page to ask on, by its path
 * @returns {Promise<{ done: any, took: number }>} the answer, and milliseconds until it came
 */
export async function ask(writ, name, request, page = 'extension/pages/options/index.html') {
  const own = await writ.open(`${writ.origin}/${page}`)
  await until(own, ({ text }) => text !== '')
  const { answer, took } = await own.evaluate(
    async (message) => {
      const { browser, chrome } = /** @type {any} */ (globalThis)
      const start = performance.now()
      const answer = await (browser ?? chrome).runtime.sendMessage(message)
      return { answer, took: performance.now() - start }
    },
    { ask: name, request },
  )
  await closeTab(own)
  if ('failed' in answer) throw new Error(`${name}: ${answer.failed}`)
  return { done: answer.done, took }
}
