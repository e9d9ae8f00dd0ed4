import { applying } from './applying.mjs'
import { exporting } from './exporting.mjs'
import { importing } from './import.mjs'
import { feeds } from './feeds.mjs'
import { lookup } from './looking-up.mjs'
import { memory } from './memory.mjs'
import { navigation } from './navigation.mjs'
import { pages } from './pages.mjs'
import { firstPaint, holdTime, pageHeap, scriptTime } from './search-pages.mjs'
import { sizes } from './size.mjs'
import { wakes } from './wakes.mjs'

/** @typedef {import('../harness/find-browser.mjs').BrowserName} BrowserName */
/** @typedef {import('./rows.mjs').Row} Row */

/** @type {BrowserName[]} */
const browsers = ['chromium', 'firefox']

/** @param {(name: BrowserName) => Promise<Row[]>} measure */
async function inEach(measure) {
  const rows = []
  for (const name of browsers) rows.push(...(await measure(name)))
  return rows
}

/** @typedef {(sizes: number[]) => Promise<Row[]>} Part Given the numbers of names to measure with, the largest last. */

/** What `npm run bench` measures, by name. */
export const parts = new Map(
  /** @type {[string, Part][]} */ ([
    ['lookup', () => lookup()],
    ['size', async () => sizes()],
    ['exporting', async (sizes) => exporting(sizes.at(-1) ?? 0)],
    ['import', (sizes) => importing(sizes.at(-1) ?? 0)],
    ['pages', (sizes) => inEach((name) => pages(name, sizes.at(-1) ?? 0))],
    ['navigation', (sizes) => inEach((name) => navigation(name, sizes.at(-1) ?? 0))],
    [
      'applying',
      (sizes) =>
        inEach(async (name) => {
          const rows = []
          for (const size of sizes) rows.push(...(await applying(name, size)))
          return rows
        }),
    ],
    ['feeds', (sizes) => inEach((name) => feeds(name, sizes.at(-1) ?? 0))],
    ['memory', (sizes) => inEach((name) => memory(name, sizes.at(-1) ?? 0))],
    [
      'search-pages',
      async (sizes) => [
        ...(await inEach(firstPaint)),
        ...(await pageHeap(sizes)),
        ...(await scriptTime()),
        ...(await holdTime()),
      ],
    ],
    ['wakes', (sizes) => wakes(sizes.at(-1) ?? 0)],
  ]),
)
