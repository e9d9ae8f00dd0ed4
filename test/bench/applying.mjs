import { asking } from '../harness/ask.mjs'
import { startInternet } from '../harness/internet.mjs'
import { closeTab, launch } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
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
  const ask = (/** @type {string} */ what, /** @type {unknown} */ request) => asking(writ, what, request, 'bare.html')
  const text = orderText({ id: 'big-order', targets: names })
  const refused = orderText({ id: 'big-order', targets: [...names, 'com'] })
  const own = []
  const read = []
  const imported = []
  const applied = []
  for (let round = 0; round < 3; round++) {
    own.push(await ownUpdate(writ, name, names))
    read.push(await ask('orders/import', { texts: [refused] }))
    imported.push(await ask('orders/import', { texts: [text] }))
    await ask('orders/choose', { id: 'big-order', choice: 'list' })
    own.push(await ownUpdate(writ, name, names))
    applied.push(await ask('orders/choose', { id: 'big-order', choice: 'apply' }))
    await ask('orders/remove', { key: 'user:big-order' })
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

/** The same rules as the compiler makes, given to the browser alone. @param {Launched} writ @param {BrowserName} name @param {string[]} names */
async function ownUpdate(writ, name, names) {
  const own = await writ.open(`${writ.origin}/bare.html`)
  const listed = name === 'firefox' && names.length <= 100_000 ? names.concat(names.map((one) => `${one}.`)) : names
  const took = await own.evaluate(async (requestDomains) => {
    const { browser, chrome } = /** @type {any} */ (globalThis)
    const api = browser ?? chrome
    const everything = [
      'main_frame',
      'sub_frame',
      'stylesheet',
      'script',
      'image',
      'font',
      'object',
      'xmlhttprequest',
      'ping',
      'media',
      'websocket',
      'other',
    ]
    const page = `${api.runtime.getURL('extension/pages/blocked/index.html')}#\\0`
    const start = performance.now()
    await api.declarativeNetRequest.updateDynamicRules({
      addRules: [
        {
          id: 2,
          priority: 2,
          action: { type: 'redirect', redirect: { regexSubstitution: page } },
          condition: { regexFilter: '^https?://.*', requestDomains, resourceTypes: ['main_frame'] },
        },
        { id: 3, priority: 1, action: { type: 'block' }, condition: { requestDomains, resourceTypes: everything } },
      ],
    })
    const took = performance.now() - start
    await api.declarativeNetRequest.updateDynamicRules({ removeRuleIds: [2, 3] })
    return took
  }, listed)
  await closeTab(own)
  return took
}
