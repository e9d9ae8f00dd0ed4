import { wait } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { unanswered, withWatcher } from '../harness/watch-frames.mjs'
import { overLine } from './line.mjs'
import { namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { bounded, median, midmean, row } from './rows.mjs'
import { leastScript, scriptTimes } from './script-time.mjs'
import { inTurns } from './turns.mjs'

/** @typedef {import('../harness/launch.mjs').Launched} Launched */
/** @typedef {import('../harness/internet.mjs').Internet} Internet */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./rows.mjs').Row} Row */

const fcpNames = [16, 100_000]

/**
 * How a person comes to a result page, with the bound of its first paint: by a first search, for which the browser takes a
 * new process, that has compiled no script yet; or by a next one, in the process of the page before.
 */
const searches = /** @type {const} */ ([
  ['first', 1.1],
  ['next', 1.05],
])

/**
 * First contentful paint of a result page of ten, some of which are covered, that comes over a line, against the same without
 * the extension; beside it with a script that does nothing, which is what any extension there costs, and once more without
 * it, which tells how far apart the same is.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @returns {Promise<Row[]>}
 */
export async function firstPaint(name) {
  const internet = await engine({ line: true })
  // Else Firefox rounds to whole milliseconds, and more.
  const writ = await launch(name, { internet, preferences: { 'privacy.reduceTimerPrecision': false } })
  /** @typedef {number | 'none' | 'empty' | 'again'} Named */
  /** @type {Map<Named, import('./turns.mjs').State>} */
  const states = new Map()
  states.set('none', undefined)
  states.set('empty', (browser) => browser.install({ 'extension/content/search.js': '' }))
  for (const names of fcpNames)
    states.set(names, async (browser) => {
      await browser.install()
      await cover(browser, names)
    })
  states.set('again', undefined)
  const measured = await inTurns(writ, states, paints, 6)
  await writ.close()
  await internet.close()
  return searches.flatMap(([search, bound]) => {
    // Chromium tells of paints in steps of 4 ms.
    const took = (/** @type {Named} */ state) => midmean(measured(state).map((times) => times[search]))
    const paint = (/** @type {string} */ what) =>
      `${name}: first contentful paint of a ${search} search, ${what} / no extension`
    return [
      ...fcpNames.map((names) => row(paint(`${names} names`), took(names), took('none'), bound)),
      row(paint('an empty script'), took('empty'), took('none')),
      row(paint('no extension'), took('again'), took('none')),
    ]
  })
}

/** @param {Page} tab */
async function paints(tab) {
  const times = []
  for (let round = 0; round < 17; round++) {
    await tab.goto('about:blank')
    const first = await painted(tab)
    await tab.goto(pageBefore)
    times.push({ first, next: await painted(tab) })
  }
  // The first ones warm the browser up.
  return times.slice(2)
}

/** @param {Page} tab @returns {Promise<number>} milliseconds since the navigation began */
async function painted(tab) {
  await tab.goto(addressOf(10), { waitUntil: 'load' })
  return tab.evaluate(
    () =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0]
          if (entry) done(entry.startTime)
        })
        observer.observe({ type: 'paint', buffered: true })
      }),
  )
}

const heapBounds = new Map([
  [16, 1.5],
  [1_000_000, 3],
])

/**
 * What the extension adds to the heap of a result page, the page's own and the script's, after collecting garbage.
 *
 * @param {number[]} sizes
 * @returns {Promise<Row[]>}
 */
export async function pageHeap(sizes) {
  const base = await heapOf(0)
  const rows = []
  for (const [names, bound] of heapBounds) {
    if (names > Math.max(...sizes)) continue
    const added = (await heapOf(names)) - base
    rows.push(bounded(`chromium: heap added to a result page, ${names} names`, added, bound, 'MB', base))
  }
  return rows
}

/** @param {number} names @returns {Promise<number>} MB */
async function heapOf(names) {
  const internet = await engine()
  const writ =
    names === 0 ? await launch('chromium', { internet, extension: false }) : await covering('chromium', internet, names)
  const heaps = []
  for (let round = 0; round < 5; round++) {
    const tab = await writ.browser.newPage()
    await tab.goto(addressOf(10), { waitUntil: 'load' })
    await wait(500)
    const session = await tab.createCDPSession()
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    heaps.push(usedSize / 1e6)
    await tab.close()
  }
  await writ.close()
  await internet.close()
  return median(heaps)
}

const scriptBounds = new Map([
  [10, 6.5],
  [100, 25],
])

/**
 * How long the content script keeps a result page's main thread, of which some results are covered; beside it what the
 * least of such scripts costs there. Of a first search, where it is compiled, too, it is told alone.
 *
 * @returns {Promise<Row[]>}
 */
export async function scriptTime() {
  const internet = await engine()
  const writ = await covering('chromium', internet, 100_000)
  const least = await covering('chromium', internet, 100_000, { files: { 'extension/content/search.js': leastScript } })
  const rows = []
  for (const [results, bound] of scriptBounds) {
    const what = `chromium: content script / the least one, ${results} results`
    const [ours, base] = await scriptTimes([writ, least], pageBefore, addressOf(results))
    if (!ours || !base) continue
    rows.push(bounded(what, ours.script, bound, 'ms', base.script))
    rows.push(told(`${what}, by the clock`, ours.clock, base.clock))
    rows.push(told(`chromium: readying a page of ${results} results for any script`, ours.world, base.world))
    const [first, leastFirst] = await scriptTimes([writ, least], 'about:blank', addressOf(results))
    if (first && leastFirst) rows.push(told(`${what}, of a first search`, first.script, leastFirst.script))
  }
  await writ.close()
  await least.close()
  await internet.close()
  return rows
}

/** What has no bound. @param {string} what @param {number} ms @param {number} base */
function told(what, ms, base) {
  return bounded(what, ms, undefined, 'ms', base)
}

/**
 * How long a covered result is held from being seen where nobody answers: then it appears, as the page is not to suffer
 * from the extension.
 *
 * @returns {Promise<Row[]>}
 */
export async function holdTime() {
  const internet = await startInternet()
  internet.add(() => ({ body: withWatcher(resultPage(10), coveredNames) }))
  const files = { 'extension/content/search.js': unanswered('chromium') }
  const writ = await covering('chromium', internet, 16, { files })
  const times = []
  for (let round = 0; round < 5; round++) {
    const tab = await writ.browser.newPage()
    await tab.goto(addressOf(10), { waitUntil: 'load' })
    await wait(1000)
    times.push(await tab.evaluate(() => /** @type {any} */ (globalThis).report().heldUntil[0] ?? 0))
    await tab.close()
  }
  await writ.close()
  await internet.close()
  return [bounded('chromium: a covered result is held where nobody answers', median(times), 550, 'ms')]
}

/**
 * A browser with an order that delists so many names, of which each page shows some.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {Internet} internet
 * @param {number} names
 * @param {import('../harness/launch.mjs').LaunchOptions} [options]
 */
async function covering(name, internet, names, options) {
  const writ = await launch(name, { internet, ...options })
  await cover(writ, names)
  return writ
}

/** @param {Launched} writ @param {number} names */
function cover(writ, names) {
  const targets = [...namesOf(names - 3), ...coveredNames]
  return importOrder(writ, { id: 'big-order', targets, measures: [{ kind: 'delist', addressees: ['Google'] }] })
}

const origin = 'https://www.google.fr'
const coveredNames = ['result-3.example', 'result-7.example', 'result-42.example']

/** A page of the engine's without results. */
const pageBefore = `${origin}/search?results=0`

/** @param {number} results */
function addressOf(results) {
  return `${origin}/search?q=words&results=${results}`
}

/**
 * An engine whose pages are as heavy as Google's saved ones of 2023 to 2025, but for their pictures: 1200 elements with ten
 * results, 200 KB of style, and 25 scripts of 10 KB, which do nothing, at whose ends the parser pauses.
 *
 * @param {{ line?: boolean }} [how] whether they come over a line; else at once
 */
export async function engine({ line = false } = {}) {
  const internet = await startInternet()
  internet.add(({ host, path }) => {
    const results = new URL(path, origin).searchParams.get('results')
    if (host !== 'www.google.fr' || results === null) return undefined
    const body = resultPage(Number(results))
    return line ? { body, pace: overLine(body.length) } : { body }
  })
  return internet
}

/** @param {number} results */
function resultPage(results) {
  const style = Array.from({ length: 4000 }, (_, at) => `.c${at} .d${at % 7} { margin: ${at % 9}px; color: #333 }`)
  const list = Array.from({ length: results }, (_, at) => result(at) + (at < 10 ? script.repeat(2) : ''))
  const words = Array.from({ length: 600 }, (_, at) => `<span class="c${at} d${at % 7}">word ${at}</span>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>words</title><style>${style.join('\n')}</style>
${script.repeat(5)}</head>
<body><header><form role="search" action="/search"><textarea name="q">words</textarea><button>Search</button></form>
<nav><a href="/search?q=words&udm=2">Images</a> <a href="/search?q=words&udm=7">Videos</a></nav></header>
<div id="center_col"><div id="rso">${list.join('\n')}</div></div><div id="rhs">${words.join(' ')}</div>
<footer><a href="/preferences">Settings</a></footer></body></html>`
}

const script = `<script>(() => { const state = '${'0123456789'.repeat(1000)}' })()</script>`

/** @param {number} at */
function result(at) {
  const url = `https://result-${at}.example/a/long/path/of/a/page?with=parameters&number=${at}`
  const links = Array.from(
    { length: 3 },
    (_, link) => `<a class="c${link}" href="${url}&amp;part=${link}">Part ${link}</a>`,
  )
  const words = Array.from({ length: 40 }, (_, word) => `<span class="c${at + word} d${word % 7}">word ${word}</span>`)
  return `<div class="MjjYud"><div class="tF2Cxc"><div class="yuRUbf"><a jsname="UWckNb" href="${url}"
ping="/url?sa=t&amp;url=${encodeURIComponent(url)}&amp;ved=${at}"><h3>Title ${at}</h3><cite>result-${at}.example</cite></a>
<a href="https://translate.google.com/translate?u=${encodeURIComponent(url)}&amp;sl=en&amp;tl=fr">Translate</a></div>
<div class="VwiC3b">${words.join(' ')}</div><div>${links.join(' ')}</div></div></div>`
}
