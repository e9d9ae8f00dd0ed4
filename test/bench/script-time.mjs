import { wait } from '../harness/launch.mjs'
import { median } from './rows.mjs'

/** @typedef {import('../harness/launch.mjs').Launched} Launched */

/** What a script on result pages cannot do without: its listeners, and one reading of the store. */
export const leastScript = `(() => {
  const root = document.documentElement
  new MutationObserver(() => {}).observe(root, { attributes: true })
  root.setAttribute('data-writ', 'reading')
  chrome.runtime.onMessage.addListener(() => {})
  chrome.storage.onChanged.addListener(() => {})
  addEventListener('pageshow', () => {})
  document.addEventListener('readystatechange', () => {})
  chrome.storage.local.get('search').then(() => {
    new MutationObserver(() => {}).observe(document, { childList: true, subtree: true, attributeFilter: ['href'] })
    root.removeAttribute('data-writ')
  })
})()`

/**
 * How long a page's main thread was kept.
 *
 * @typedef {object} Kept
 * @property {number} script milliseconds of the processor for all that the script does, and for handing it its answers
 * @property {number} clock the same by the clock: with what the machine gave to others meanwhile
 * @property {number} world milliseconds of the processor until a script can run at all, whatever it is
 */

/** The script that all result pages share, and the engine's, which comes before it. */
const folder = '/extension/content/'

/**
 * From the browser's own account of its tasks. A profiler's samples find no more: they leave out what is compiled and
 * what answers cost before any function runs, and the clock counts whatever else runs on the machine's processors.
 *
 * @param {Launched} writ
 * @param {string} before an address of the same site, whose process the page then finds; of another, it gets a new one
 * @param {string} address of a page without scripts of its own: every microtask there is the extension's
 * @returns {Promise<Kept>}
 */
async function scriptTimeOn({ browser }, before, address) {
  const tab = await browser.newPage()
  await tab.goto(before)
  await tab.tracing.start({ categories: ['-*', 'devtools.timeline', 'v8.execute', 'toplevel', 'extensions'] })
  await tab.goto(address, { waitUntil: 'load' })
  await wait(400)
  const trace = await tab.tracing.stop()
  await tab.close()
  return kept(JSON.parse(new TextDecoder().decode(trace)).traceEvents)
}

/** @typedef {{ name: string, pid: number, tid: number, ph: string, ts: number, dur: number, tdur?: number, args: any }} Slice */

/** @param {Slice[]} events @returns {Kept} */
function kept(events) {
  const injection = events.findLast(({ name }) => name === 'ScriptInjection::InjectJs')
  if (!injection) throw new Error('no script was injected')
  const { pid, tid, ts } = injection
  const slices = events
    .filter((one) => one.pid === pid && one.tid === tid && one.ph === 'X' && one.ts >= ts)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
  const times = { script: 0, clock: 0, world: injection.tdur ?? 0 }
  let end = 0
  for (const slice of slices) {
    if (slice.ts < end || !isOfScript(slice)) continue
    end = slice.ts + slice.dur
    times.script += slice.tdur ?? 0
    times.clock += slice.dur
    if (end <= ts + injection.dur) times.world -= slice.tdur ?? 0
  }
  return { script: times.script / 1000, clock: times.clock / 1000, world: times.world / 1000 }
}

/** What is below such a slice (styles that it asks for, collected garbage) is counted with it. @param {Slice} slice */
function isOfScript({ name, args }) {
  if (name === 'RunMicrotasks') return true
  if (name === 'EvaluateScript' || name === 'FunctionCall') return String(args?.data?.url).includes(folder)
  const mojo = String(args?.chrome_mojo_event_info?.mojo_interface_tag)
  return name.startsWith('Receive mojo') && mojo.startsWith('extensions.')
}

/**
 * Medians, the browsers in turns.
 *
 * @param {Launched[]} browsers
 * @param {string} before
 * @param {string} address
 * @returns {Promise<Kept[]>}
 */
export async function scriptTimes(browsers, before, address) {
  const all = browsers.map(() => /** @type {Kept[]} */ ([]))
  for (let round = 0; round < 21; round++)
    for (const [at, writ] of browsers.entries()) all[at]?.push(await scriptTimeOn(writ, before, address))
  return all.map((times) => ({
    script: median(times.map(({ script }) => script)),
    clock: median(times.map(({ clock }) => clock)),
    world: median(times.map(({ world }) => world)),
  }))
}
