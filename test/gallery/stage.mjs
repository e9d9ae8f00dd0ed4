import { ask } from '../harness/ask.mjs'
import { setInChromium } from '../harness/chromium-settings.mjs'
import { inForceOn } from '../harness/in-force.mjs'
import { closeTab, launch, until, visit, wait } from '../harness/launch.mjs'
import { importOrders } from '../harness/orders.mjs'
import { tabOf } from '../harness/popup.mjs'
import { ownResultPages, serveResultPages } from '../harness/result-pages.mjs'
import { choices, limited, orders, policy, unlimited } from './orders.mjs'
import { settings, states } from './states.mjs'

/**
 * A browser in which every state of the pages can be brought about, one after the other.
 *
 * @typedef {Awaited<ReturnType<typeof openStage>>} Stage
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {import('../harness/launch.mjs').LaunchOptions} options
 */
export async function openStage(name, options) {
  if (options.internet) serveResultPages(options.internet, ownResultPages())
  const writ = await launch(name, { ...options, ...(canBeManaged ? { managed: {} } : {}) })
  await until(await writ.openOwn('welcome'), ({ text }) => text.includes('AlloStreaming'))
  const [subject, own] = await Promise.all([writ.browser.newPage(), writ.browser.newPage()])
  await visit(subject, 'http://whose-tab-is-this.example/')
  const subjectId = await tabOf(writ, 'whose-tab-is-this.example/')
  /** @type {string[]} */
  const requests = []
  for (const tab of [subject, own])
    tab.on('request', (request) => {
      const byPage = request.frame()?.url().startsWith(writ.origin) && !request.isNavigationRequest()
      if (byPage && !request.url().startsWith(writ.origin)) requests.push(request.url())
    })
  let now = 0

  /** @param {import('./states.mjs').Setting} setting */
  async function enter(setting) {
    const wanted = settings.indexOf(setting)
    if (wanted === now) return
    if (wanted < now) throw new Error(`${setting} is shown before ${settings[now]}: states go by setting`)
    // An extension that is reloaded takes its pages with it.
    await Promise.all([own, subject].map(empty))
    const possible = new Set(statesIn(name).map((state) => state.setting))
    for (const step of settings.slice(now, wanted + 1)) {
      if (!possible.has(step)) continue
      // What would be left again at once need not be entered.
      if (step !== setting && step !== settings[now] && leaving[step]) continue
      if (step !== settings[now]) await entering[step]?.(writ)
      if (step !== setting) await leaving[step]?.(writ)
    }
    now = wanted
  }

  /** Firefox tells a driver of no load when it leaves an extension's page. @param {import('puppeteer-core').Page} tab */
  const empty = (tab) => tab.goto('about:blank', { timeout: 2000 }).catch(() => undefined)

  return {
    writ,
    /** What the pages have asked of the network, which is nothing. */
    requests,
    /**
     * Brings a state about and gives the tab that shows it.
     *
     * @param {import('./states.mjs').State} state
     */
    async show(state) {
      await enter(state.setting)
      const page = await shownIn(state)
      // Chromium draws only what is in front, and a page in front may have something else to say.
      await page.bringToFront()
      await page.waitForSelector('h1')
      if (state.paste !== undefined) await page.type('textarea', state.paste)
      for (const selector of state.press ?? []) await page.$eval(selector, (it) => /** @type {any} */ (it).click())
      await settled(page)
      return page
    },
    close: writ.close,
  }

  /** @param {import('./states.mjs').State} state */
  async function shownIn({ page, at = '', left }) {
    const address = `${writ.origin}/extension/pages/${page}/index.html`
    if (page === 'blocked' && !left) {
      await visit(subject, at)
      await until(subject, ({ url }) => url === `${address}#${at}`)
      return subject
    }
    if (page === 'popup') await (at === '' ? empty(subject) : visit(subject, at))
    // Another fragment alone would not open the page anew.
    await empty(own)
    const suffix = page === 'popup' ? `?tab=${subjectId}` : at && `#${at}`
    await visit(own, address + suffix)
    return own
  }
}

/**
 * The states that can be brought about in a browser, here: Firefox has no page of its own that a driver may use to withhold
 * access, and reads a policy at its start only.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 */
export function statesIn(name) {
  const not = [...(name === 'firefox' ? ['without-access', 'managed'] : []), ...(canBeManaged ? [] : ['managed'])]
  return states.filter(({ setting }) => !not.includes(setting))
}

/** A policy of its own needs the system's folder for one: see `launch.mjs`. */
const canBeManaged = process.platform === 'linux' && process.getuid?.() === 0

/** @typedef {import('../harness/launch.mjs').Launched} Launched */
/** @typedef {Partial<Record<import('./states.mjs').Setting, (writ: Launched) => Promise<unknown>>>} Steps */

/** @type {Steps} */
const entering = {
  async 'not-in-private-windows'(writ) {
    await importOrders(
      writ,
      orders.map((order) => JSON.stringify(order)),
    )
    for (const [id, choice] of Object.entries(choices)) await ask(writ, 'orders/choose', { id, choice })
  },
  async orders(writ) {
    if (writ.name === 'chromium') await setInChromium(writ, { incognitoAccess: true })
  },
  limited: (writ) => importOrders(writ, [JSON.stringify(limited)]),
  'without-access': (writ) => setInChromium(writ, { hostAccess: 'ON_CLICK' }),
  async managed(writ) {
    writ.setManaged(policy)
    await arrived(writ, ({ managed }) => managed)
  },
  'without-orders': (writ) => changeStore(writ, 'orders', null),
  unreadable: (writ) => changeStore(writ, 'state', { key: 'effective', value: 'damaged' }),
}

/** @type {Steps} */
const leaving = {
  limited: (writ) => importOrders(writ, [JSON.stringify(unlimited)]),
  'without-access': (writ) => setInChromium(writ, { hostAccess: 'ON_ALL_SITES' }),
  async managed(writ) {
    writ.setManaged({})
    await arrived(writ, ({ managed }) => !managed)
  },
}

/**
 * Waits until the background has taken a policy in: a browser reads it some seconds after the file has changed.
 *
 * @param {Launched} writ
 * @param {(effective: { managed: boolean }) => boolean} is
 */
async function arrived(writ, is) {
  const page = await writ.openOwn('options')
  const end = Date.now() + 30_000
  for (;;) {
    const effective = await inForceOn(page)
    if (effective && is(effective)) break
    if (Date.now() > end) throw new Error('the policy has not arrived')
    await wait(100)
  }
  await closeTab(page)
}

/**
 * Empties a part of the store, or puts a value in.
 *
 * @param {Launched} writ
 * @param {string} part
 * @param {{ key: string, value: unknown } | null} put
 */
async function changeStore(writ, part, put) {
  const page = await writ.openOwn('options')
  await page.evaluate(
    (name, entry) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('writ')
        opening.addEventListener('error', failed)
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction(name, 'readwrite')
          if (entry) transaction.objectStore(name).put(entry.value, entry.key)
          else transaction.objectStore(name).clear()
          transaction.addEventListener('complete', () => done(opening.result.close()))
        })
      }),
    part,
    put,
  )
  await closeTab(page)
}

/** Until a page has stopped changing. @param {import('puppeteer-core').Page} page */
async function settled(page) {
  const read = () => page.evaluate(() => document.documentElement.outerHTML.length)
  for (let before = -1, now = await read(); now !== before; now = await read()) {
    before = now
    await wait(60)
  }
}
