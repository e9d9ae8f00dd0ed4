import { readFileSync } from 'node:fs'
import { ask } from '../harness/ask.mjs'
import { closeTab, until, wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { tabOf } from '../harness/popup.mjs'
import { nameOf, namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { bareFiles, readableAfter } from './readable.mjs'
import { median, row } from './rows.mjs'

/** @typedef {import('../harness/launch.mjs').Launched} Launched */
/** @typedef {import('./rows.mjs').Row} Row */

const rounds = 17
/** A host that a rule of the same kind leads to the bare page: what the redirect itself costs. */
const bareHost = 'bare.example'

/**
 * From opening a page, or a blocked navigation, until it can be read, against a bare page of the same extension; with the
 * bundled order, and with one of many names. A blocked navigation is held against the bare page alone and against the bare
 * page behind the same redirect, which is the browser's part of it.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {number} many
 * @returns {Promise<Row[]>}
 */
export async function pages(name, many) {
  const internet = await startInternet()
  const writ = await launch(name, { internet, language: 'en', files: bareFiles, manifest: accessible(name) })
  await ask(writ, 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' })
  await redirectToBare(writ)
  const bundled = await measure(writ, 'http://allostreaming.com/', 'RG 11/60013')
  const title = 'An order of many names'
  await ask(writ, 'orders/import', { texts: [orderText({ id: 'big-order', title, targets: namesOf(many) })] })
  const big = await measure(writ, `http://${nameOf(many - 1)}/`, title)
  await writ.close()
  await internet.close()
  const named = `an order of ${many} names`
  return [...rowsOf(name, 'the bundled order', bundled), ...rowsOf(name, named, big)]
}

/** The bare page may be what a redirect leads to. @param {import('../harness/find-browser.mjs').BrowserName} name */
function accessible(name) {
  const built = JSON.parse(readFileSync(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}/manifest.json`, 'utf8'))
  const [{ resources, ...rest }] = built.web_accessible_resources
  return { web_accessible_resources: [{ ...rest, resources: [...resources, 'bare.html'] }] }
}

/** @param {Launched} writ */
async function redirectToBare(writ) {
  const own = await writ.openOwn('options')
  await own.evaluate(
    async (page, host) => {
      const { browser, chrome } = /** @type {any} */ (globalThis)
      const condition = { regexFilter: '^https?://.*', requestDomains: [host], resourceTypes: ['main_frame'] }
      const action = { type: 'redirect', redirect: { regexSubstitution: `${page}#\\0` } }
      await (browser ?? chrome).declarativeNetRequest.updateSessionRules({
        addRules: [{ id: 1, priority: 2, action, condition }],
      })
    },
    `${writ.origin}/bare.html`,
    bareHost,
  )
  await closeTab(own)
}

/** Medians in milliseconds, the pages in turns. @param {Launched} writ @param {string} blocked @param {string} words */
async function measure(writ, blocked, words) {
  const own = `${writ.origin}/extension/pages`
  const explained = await writ.open(blocked)
  await until(explained, ({ text }) => text.includes(words))
  const tab = await tabOf(writ, `#${blocked}`)
  const page = await writ.browser.newPage()
  /** @type {Record<'bare' | 'bareRedirected' | 'opened' | 'blocked' | 'popup' | 'options', [url: string, words: string]>} */
  const visits = {
    bare: [`${writ.origin}/bare.html`, 'bare page'],
    bareRedirected: [`http://${bareHost}/`, 'bare page'],
    opened: [`${own}/blocked/index.html#${blocked}`, words],
    blocked: [blocked, words],
    popup: [`${own}/popup/index.html?tab=${tab}`, new URL(blocked).hostname],
    options: [`${own}/options/index.html#orders`, 'AlloStreaming'],
  }
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(visits).map((visit) => [visit, []]))
  for (let round = 0; round < rounds; round++)
    for (const [visit, [url, wanted]] of Object.entries(visits)) {
      const took = await readableAfter(page, url, wanted)
      // What this page asks of the browser once it is shown is not to weigh on the next.
      if (visit === 'options') await wait(1500)
      // The first ones warm the browser up.
      if (round > 1) times.get(visit)?.push(took)
    }
  await closeTab(page)
  await closeTab(explained)
  return (/** @type {keyof typeof visits} */ visit) => median(times.get(visit) ?? [])
}

/** @param {string} name @param {string} order @param {Awaited<ReturnType<typeof measure>>} took @returns {Row[]} */
function rowsOf(name, order, took) {
  const against = (/** @type {Parameters<typeof took>[0]} */ base, /** @type {Parameters<typeof took>[0]} */ visit) =>
    /** @type {const} */ ([took(visit), took(base)])
  // What the redirect itself costs is the browser's.
  const bound = name === 'chromium' ? 1.35 : undefined
  return [
    row(
      `${name}, ${order}: blocked navigation / bare page, redirected`,
      ...against('bareRedirected', 'blocked'),
      bound,
    ),
    row(`${name}, ${order}: blocked navigation / bare page`, ...against('bare', 'blocked')),
    row(`${name}, ${order}: block page, opened / bare page`, ...against('bare', 'opened')),
    row(`${name}, ${order}: popup / bare page`, ...against('bare', 'popup')),
    row(`${name}, ${order}: options / bare page`, ...against('bare', 'options')),
  ]
}
