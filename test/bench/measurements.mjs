import { startInternet } from '../harness/internet.mjs'
import { closeTab, launch, until, wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { nameOf, namesOf } from './names.mjs'

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} against
 * @property {number} [ratio]
 * @property {string} [bound]
 * @property {'yes' | 'no'} [within]
 */

/** @param {string} what @param {number} ms @param {number} base @param {number} bound @returns {Row} */
function row(what, ms, base, bound) {
  const ratio = Math.round((ms / base) * 1000) / 1000
  return {
    what,
    measured: `${ms.toFixed(1)} ms`,
    against: `${base.toFixed(1)} ms`,
    ratio,
    bound: `<= ${bound}`,
    within: ratio <= bound ? 'yes' : 'no',
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** @typedef {import('../harness/find-browser.mjs').BrowserName} BrowserName */
/** @typedef {import('../harness/launch.mjs').Launched} Launched */

/** @param {Launched} writ @param {string} name @param {unknown} request @returns {Promise<number>} milliseconds */
async function asking(writ, name, request) {
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

/**
 * How long until a page can be read, from the navigation's start, by the page's own clock: the driver's is too coarse.
 *
 * @param {import('puppeteer-core').Page} page @param {string} url @param {string} words
 */
async function readableAfter(page, url, words) {
  await page.goto('about:blank')
  void page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined)
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const read = page.evaluate((wanted) => {
      const marks = performance.getEntriesByName('readable')
      return document.body?.innerText.includes(wanted) && marks[0] ? marks[0].startTime : undefined
    }, words)
    const at = await Promise.race([read.catch(() => undefined), wait(500).then(() => undefined)])
    if (at !== undefined) return at
    await wait(20)
  }
  throw new Error(`${url} did not become readable`)
}

/** A page with nothing but a word, which says when it is there as the block page does: after the frame that shows it. */
const bareFiles = {
  'bare.html': '<!doctype html><meta charset="utf-8"><script type="module" src="bare.js"></script><body></body>',
  'bare.js': `document.body.textContent = 'bare page'; performance.mark('readable')`,
}

/** A blocked navigation until its explanation is readable, against opening a bare page of the same extension. @param {BrowserName} name @returns {Promise<Row[]>} */
export async function blockedPage(name) {
  const internet = await startInternet()
  const writ = await launch(name, { internet, language: 'en', files: bareFiles })
  await asking(writ, 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' })
  const page = await writ.browser.newPage()
  const blocked = []
  const bare = []
  for (let round = 0; round < 25; round++) {
    bare.push(await readableAfter(page, `${writ.origin}/bare.html`, 'bare page'))
    blocked.push(await readableAfter(page, 'http://dpstream.tv/', 'RG 11/60013'))
  }
  await writ.close()
  await internet.close()
  return [row(`${name}: blocked, until the explanation is readable / bare page`, median(blocked), median(bare), 1.3)]
}

/** An unblocked navigation without the extension, with it, and with it and many names. @param {BrowserName} name @param {number} many @returns {Promise<Row[]>} */
export async function navigation(name, many) {
  const internet = await startInternet()
  const without = await launch(name, { internet, extension: false })
  const as = await launch(name, { internet })
  const big = await launch(name, { internet })
  await asking(as, 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' })
  await asking(big, 'orders/import', { text: orderText({ id: 'big-order', targets: namesOf(many) }) })
  const times = new Map([without, as, big].map((one) => [one, /** @type {number[]} */ ([])]))
  const pages = new Map(
    await Promise.all([without, as, big].map(async (one) => /** @type {const} */ ([one, await one.browser.newPage()]))),
  )
  for (let round = 0; round < 60; round++)
    for (const [one, values] of times) {
      const page = pages.get(one)
      if (!page) continue
      const start = performance.now()
      await page.goto(`http://open${round}.example.org/`, { waitUntil: 'load' })
      if (round >= 10) values.push(performance.now() - start)
    }
  const [base, one, million] = [...times.values()].map(median)
  for (const one of [without, as, big]) await one.close()
  await internet.close()
  const bound = name === 'chromium' ? 1.03 : 1.05
  return [
    row(`${name}: open navigation, bundled order / no extension`, one ?? 0, base ?? 0, bound),
    row(`${name}: open navigation, ${many} names / no extension`, million ?? 0, base ?? 0, bound),
  ]
}

/** Applying an order, its store and index included, against the browser's own call with the same rules, in turns. @param {BrowserName} name @param {number} size @returns {Promise<Row[]>} */
export async function applying(name, size) {
  const names = namesOf(size)
  const internet = await startInternet()
  const writ = await launch(name, { internet })
  const text = orderText({ id: 'big-order', targets: names })
  await asking(writ, 'orders/choose', { id: 'big-order', choice: 'list' })
  const kept = await asking(writ, 'orders/import', { text })
  const own = []
  const applied = []
  for (let round = 0; round < 3; round++) {
    own.push(await ownUpdate(writ, name, names))
    applied.push(await asking(writ, 'orders/choose', { id: 'big-order', choice: 'apply' }))
    await asking(writ, 'orders/choose', { id: 'big-order', choice: 'list' })
  }
  await writ.close()
  await internet.close()
  return [
    { what: `${name}: ${size} names: read, checked, kept and indexed`, measured: `${kept.toFixed(0)} ms`, against: '' },
    row(`${name}: ${size} names: applied / the browser's own update`, median(applied), median(own), 1.4),
  ]
}

/** The same rules as the compiler makes, given to the browser alone. @param {Launched} writ @param {BrowserName} name @param {string[]} names */
async function ownUpdate(writ, name, names) {
  const own = await writ.openOwn('options')
  await until(own, ({ text }) => text !== '')
  const listed = name === 'firefox' && names.length <= 100_000 ? names.concat(names.map((one) => `${one}.`)) : names
  return own.evaluate(async (requestDomains) => {
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
}

/** Looking a hundred hosts up among a million, half of them covered. @returns {Promise<Row[]>} */
export async function lookup() {
  const { measureLookup } = await import(new URL('../../dist/bench/lookup.js', import.meta.url).href)
  const ms = /** @type {number} */ (measureLookup(namesOf(1_000_000), (/** @type {number} */ at) => nameOf(at * 777)))
  return [
    {
      what: 'lookup of 100 hosts among 1,000,000, warm',
      measured: `${ms.toFixed(3)} ms`,
      against: '',
      bound: '<= 0.3 ms',
      within: ms <= 0.3 ? 'yes' : 'no',
    },
  ]
}

/** How often fifty open sites wake the background, which has gone to sleep. @param {BrowserName} name @param {number} many @returns {Promise<Row[]>} */
export async function wakes(name, many) {
  if (name !== 'chromium') return []
  const rows = []
  for (const [what, ask, request] of /** @type {const} */ ([
    ['the bundled order', 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' }],
    [`${many} names`, 'orders/import', { text: orderText({ id: 'big-order', targets: namesOf(many) }) }],
  ])) {
    const internet = await startInternet()
    const writ = await launch(name, { internet })
    await asking(writ, ask, request)
    const worker = () => writ.browser.targets().filter((target) => target.type() === 'service_worker').length
    for (const page of await writ.browser.pages()) if (page.url().startsWith(writ.origin)) await closeTab(page)
    const page = await writ.browser.newPage()
    for (let second = 0; worker() > 0 && second < 90; second++) await wait(1000)
    let woken = 0
    writ.browser.on('targetcreated', (target) => (woken += Number(target.type() === 'service_worker')))
    for (let site = 0; site < 50; site++) await page.goto(`http://open${site}.example.org/`).catch(() => undefined)
    await wait(1000)
    rows.push({ what: `${name}: wakes in 50 open sites, ${what}`, measured: String(woken), against: '' })
    await writ.close()
    await internet.close()
  }
  return rows
}
