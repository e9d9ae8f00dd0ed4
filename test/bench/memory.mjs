import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { ask } from '../harness/ask.mjs'
import { wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { median } from './rows.mjs'

/** @typedef {import('../harness/launch.mjs').Launched} Launched */

/**
 * What the browser's processes take together, with one open page: without the extension, with it, and with it and many
 * names. Shared pages are counted once (proportional set size), which only Linux tells.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function memory(name, many) {
  if (!existsSync('/proc/self/smaps_rollup')) return []
  const without = await settled(name, { extension: false })
  const bundled = await settled(name, {}, 'orders/choose', {
    id: 'fr-tgi-paris-11-60013',
    choice: 'apply-beyond-term',
  })
  const names = { texts: [orderText({ id: 'big-order', targets: namesOf(many) })] }
  const withMany = await settled(name, {}, 'orders/import', names)
  const against = `${without.toFixed(0)} MiB`
  const added = (/** @type {number} */ all) => `+${(all - without).toFixed(0)} MiB`
  return [
    { what: `${name}: memory, bundled order / no extension`, measured: added(bundled), against },
    { what: `${name}: memory, ${many} names / no extension`, measured: added(withMany), against },
  ]
}

/**
 * MiB, a while after the extension has done its work: the median of some looks.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {import('../harness/launch.mjs').LaunchOptions} options
 * @param {string} [asked]
 * @param {unknown} [request]
 */
async function settled(name, options, asked, request) {
  const internet = await startInternet()
  const writ = await launch(name, { internet, ...options })
  if (asked) await ask(writ, asked, request)
  await writ.open('http://open.example.org/')
  // The background goes to sleep after half a minute of rest.
  await wait(45_000)
  const looks = []
  for (let look = 0; look < 5; look++) {
    looks.push(proportionalSize(writ.browser.process()?.pid ?? 0))
    await wait(500)
  }
  await writ.close()
  await internet.close()
  return median(looks)
}

/** MiB of a process and all that it has started. @param {number} pid @returns {number} */
function proportionalSize(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const entry of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${entry}/status`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  /** @param {number} one @returns {number} */
  const sizeOf = (one) => {
    const own = Number(/^Pss:\s*(\d+) kB/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024
    return (children.get(one) ?? []).reduce((sum, child) => sum + sizeOf(child), own)
  }
  return sizeOf(pid)
}

/** Empty for a process that is gone by then. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
