import { asking } from '../harness/ask.mjs'
import { startInternet } from '../harness/internet.mjs'
import { launch, wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { median, row } from './rows.mjs'

/** Navigations that follow each other in one measurement: a single one is shorter than what disturbs it. */
const chainLength = 25
const chainsInTurn = 5
const turns = 6

/**
 * Unblocked navigations without the extension, with it, and with it and many names, in turns in one browser: two that
 * differ in nothing can be a tenth apart for as long as they live. Each turn begins and ends without the extension: those
 * two tell how far apart the same is.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function navigation(name, many) {
  const internet = await startInternet()
  const chains = servedChains(internet)
  const writ = await launch(name, { internet })
  await writ.uninstall()
  const tab = await writ.browser.newPage()
  const bundled = { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' }
  const names = { texts: [orderText({ id: 'big-order', targets: namesOf(many) })] }
  /** @type {Map<string, [name: string, request: unknown] | undefined>} */
  const states = new Map([
    ['no extension', undefined],
    ['bundled order', ['orders/choose', bundled]],
    [`${many} names`, ['orders/import', names]],
    ['no extension again', undefined],
  ])
  /** @type {Map<string, number[]>} */
  const times = new Map([...states.keys()].map((state) => [state, []]))
  for (let turn = 0; turn < turns; turn++)
    for (const [state, ask] of turn % 2 === 0 ? states : [...states].toReversed()) {
      if (ask) {
        await writ.install()
        await asking(writ, ...ask)
      }
      // A new installation brings its welcome page to the front at its own time; a page that is not seen is not painted.
      await wait(3000)
      await tab.bringToFront()
      await wait(500)
      for (let chain = 0; chain < chainsInTurn; chain++) {
        const took = await chains.run(tab)
        // The first one warms the browser up.
        if (chain > 0) times.get(state)?.push(took)
      }
      if (ask) await writ.uninstall()
    }
  await writ.close()
  await internet.close()
  const base = median(times.get('no extension') ?? [])
  return [...times]
    .filter(([state]) => state !== 'no extension')
    .map(([state, took]) =>
      row(
        `${name}: open navigation, ${state} / no extension`,
        median(took),
        base,
        states.get(state) && (name === 'chromium' ? 1.03 : 1.05),
      ),
    )
}

/**
 * Pages each of which goes on to the next as soon as it has loaded. The server sees the first come, and is told when the
 * last has loaded: no driver takes part in what is measured. A driver that is to go on earlier never does, in Firefox.
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
      body: `<!doctype html><title>${at}</title><body>page ${at}<script>onload = () => ${going}</script></body>`,
    }
  })
  return {
    /** @param {import('puppeteer-core').Page} tab @returns {Promise<number>} milliseconds a page */
    run(tab) {
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
    },
  }
}
