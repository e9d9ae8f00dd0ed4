import { ask } from '../harness/ask.mjs'
import { wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { lineLatency } from './line.mjs'
import { namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { median, row } from './rows.mjs'
import { inTurns } from './turns.mjs'

/** Navigations that follow each other in one measurement: a single one is shorter than what disturbs it. */
const chainLength = 25
const chainsInTurn = 5
const turns = 6

/**
 * Unblocked navigations without the extension, with it, and with it and many names. Each turn begins and ends without the
 * extension: those two tell how far apart the same is.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function navigation(name, many) {
  const internet = await startInternet()
  const chains = servedChains(internet)
  const writ = await launch(name, { internet })
  const bundled = { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' }
  const names = { texts: [orderText({ id: 'big-order', targets: namesOf(many) })] }
  /** @type {Map<'none' | 'bundled' | 'many' | 'again', import('./turns.mjs').State>} */
  const states = new Map()
  states.set('none', undefined)
  states.set('bundled', async (browser) => {
    await browser.install()
    await ask(browser, 'orders/choose', bundled)
  })
  states.set('many', async (browser) => {
    await browser.install()
    await ask(browser, 'orders/import', names)
  })
  states.set('again', undefined)
  const measured = await inTurns(writ, states, (tab) => chains.run(tab, chainsInTurn), turns)
  await writ.close()
  await internet.close()
  const took = (/** @type {'none' | 'bundled' | 'many' | 'again'} */ state) => median(measured(state))
  const bound = name === 'chromium' ? 1.03 : 1.05
  const open = `${name}: open navigation`
  return [
    row(`${open}, bundled order / no extension`, took('bundled'), took('none'), bound),
    row(`${open}, ${many} names / no extension`, took('many'), took('none'), bound),
    row(`${open}, no extension / no extension`, took('again'), took('none')),
  ]
}

/**
 * Pages that come over a line, each of which goes on to the next as soon as it has loaded. The server sees the first come,
 * and is told when the last has loaded: no driver takes part in what is measured. A driver that is to go on earlier never
 * does, in Firefox.
 *
 * @param {import('../harness/internet.mjs').Internet} internet
 */
function servedChains(internet) {
  /** @type {(at: number, path: string) => void} */
  let visited = () => undefined
  internet.add(({ host, path }) => {
    const at = Number(/^open(\d+)\.example\.org$/.exec(host)?.[1] ?? Number.NaN)
    if (Number.isNaN(at)) return undefined
    visited(at, path)
    if (path !== '/chain') return undefined
    const going = at < chainLength ? `location.replace('http://open${at + 1}.example.org/chain')` : `fetch('/loaded')`
    return {
      pace: { latency: lineLatency },
      body: `<!doctype html><title>${at}</title><body>page ${at}<script>onload = () => ${going}</script></body>`,
    }
  })
  /** @param {import('puppeteer-core').Page} tab @returns {Promise<number>} milliseconds a page */
  function chain(tab) {
    let start = 0
    let last = -1
    const took = new Promise((/** @type {(ms: number) => void} */ done) => {
      visited = (at, path) => {
        if (path === '/chain') last = at
        if (path === '/chain' && at === 0) start = performance.now()
        if (path === '/loaded') done((performance.now() - start) / chainLength)
      }
    })
    const stuck = wait(30_000).then(() => {
      throw new Error(`a chain of navigations stopped after page ${last} of ${chainLength}`)
    })
    void tab.goto('http://open0.example.org/chain').catch(() => undefined)
    return Promise.race([took, stuck])
  }
  return {
    /** @param {import('puppeteer-core').Page} tab @param {number} count */
    async run(tab, count) {
      const times = []
      for (let at = 0; at < count; at++) times.push(await chain(tab))
      // The first one warms the browser up.
      return times.slice(1)
    },
  }
}
