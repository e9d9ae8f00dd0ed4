import { asking } from '../harness/ask.mjs'
import { startInternet } from '../harness/internet.mjs'
import { launch, wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { median, row } from './rows.mjs'

/** Navigations that follow each other in one measurement: a single one is shorter than what disturbs it. */
const chainLength = 25
const rounds = 16

/**
 * Unblocked navigations without the extension, with it, and with it and many names.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function navigation(name, many) {
  const internet = await startInternet()
  const chains = servedChains(internet)
  const without = await launch(name, { internet, extension: false })
  const withOrder = await launch(name, { internet })
  const withMany = await launch(name, { internet })
  await asking(withOrder, 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' })
  await asking(withMany, 'orders/import', { texts: [orderText({ id: 'big-order', targets: namesOf(many) })] })

  const all = [without, withOrder, withMany]
  const tabs = await Promise.all(all.map(({ browser }) => browser.newPage()))
  const times = all.map(() => /** @type {number[]} */ ([]))
  for (let round = 0; round < rounds + 2; round++)
    for (const at of round % 2 === 0 ? [0, 1, 2] : [2, 1, 0]) {
      const took = await chains.run(/** @type {import('puppeteer-core').Page} */ (tabs[at]))
      // The first rounds warm the browsers up.
      if (round >= 2) times[at]?.push(took / chainLength)
    }
  for (const { close } of all) await close()
  await internet.close()
  const [base = 0, order = 0, names = 0] = times.map(median)
  const bound = name === 'chromium' ? 1.03 : 1.05
  return [
    row(`${name}: open navigation, bundled order / no extension`, order, base, bound),
    row(`${name}: open navigation, ${many} names / no extension`, names, base, bound),
  ]
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
    /** @param {import('puppeteer-core').Page} tab @returns {Promise<number>} milliseconds */
    async run(tab) {
      let start = 0
      let last = -1
      const took = new Promise((/** @type {(ms: number) => void} */ done) => {
        visited = (at, path) => {
          if (path === '/chain') last = at
          if (path === '/chain' && at === 0) start = performance.now()
          if (path === '/loaded') done(performance.now() - start)
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
