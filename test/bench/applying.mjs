import { ask } from '../harness/ask.mjs'
import { closeTab } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { bareFiles } from './readable.mjs'
import { median, row } from './rows.mjs'

/** @typedef {import('../harness/find-browser.mjs').BrowserName} BrowserName */
/** @typedef {import('./rows.mjs').Row} Row */

/** @typedef {import('../harness/launch.mjs').Launched} Launched */

/**
 * An order until it is applied, against the browser's own call with the same rules, in turns: from the moment at which
 * its document has been read and checked (it is kept, indexed and enforced), and from where it is kept already. What
 * reading and checking take is seen by a document that is refused for its last target.
 *
 * @param {BrowserName} name
 * @param {number} size
 * @returns {Promise<Row[]>}
 */
export async function applying(name, size) {
  const names = namesOf(size)
  const internet = await startInternet()
  // On a page that does nothing: the options ask the browser for its rules, which keeps it busy for a while.
  const writ = await launch(name, { internet, files: bareFiles })
  const { rulesFor } = await import(new URL('../../dist/bench/core.js', import.meta.url).href)
  const page = `${writ.origin}/extension/pages/blocked/index.html`
  const rules = rulesFor(name === 'firefox' ? 'firefox' : 'chrome', names, page)
  const took = async (/** @type {string} */ what, /** @type {unknown} */ request) =>
    (await ask(writ, what, request, 'bare.html')).took
  const text = orderText({ id: 'big-order', targets: names })
  const refused = orderText({ id: 'big-order', targets: [...names, 'com'] })
  const own = []
  const read = []
  const imported = []
  const applied = []
  for (let round = 0; round < 3; round++) {
    own.push(await ownUpdate(writ, rules))
    read.push(await took('orders/import', { texts: [refused] }))
    imported.push(await took('orders/import', { texts: [text] }))
    await took('orders/choose', { id: 'big-order', choice: 'list' })
    own.push(await ownUpdate(writ, rules))
    applied.push(await took('orders/choose', { id: 'big-order', choice: 'apply' }))
    await took('orders/remove', { key: 'user:big-order' })
  }
  await writ.close()
  await internet.close()
  return [
    { what: `${name}: ${size} names: read and checked`, measured: `${median(read).toFixed(0)} ms`, against: '' },
    row(
      `${name}: ${size} names: kept, indexed and applied / the browser's own update`,
      median(imported) - median(read),
      median(own),
      1.4,
    ),
    row(`${name}: ${size} names: applied / the browser's own update`, median(applied), median(own), 1.4),
  ]
}

/** The same rules, given to the browser alone. @param {Launched} writ @param {{ id: number }[]} rules @returns {Promise<number>} milliseconds */
async function ownUpdate(writ, rules) {
  const own = await writ.open(`${writ.origin}/bare.html`)
  const took = await own.evaluate(async (addRules) => {
    const { browser, chrome } = /** @type {any} */ (globalThis)
    const { declarativeNetRequest } = browser ?? chrome
    const start = performance.now()
    await declarativeNetRequest.updateDynamicRules({ addRules })
    const took = performance.now() - start
    await declarativeNetRequest.updateDynamicRules({ removeRuleIds: addRules.map(({ id }) => id) })
    return took
  }, rules)
  await closeTab(own)
  return took
}
