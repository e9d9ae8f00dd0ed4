import { ask } from '../harness/ask.mjs'
import { closeTab, wait } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'

/**
 * How often fifty open sites wake the background, which has gone to sleep: in Chromium, whose driver tells of it.
 *
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function wakes(many) {
  const rows = []
  for (const [what, asked, request] of /** @type {const} */ ([
    ['the bundled order', 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' }],
    [`${many} names`, 'orders/import', { texts: [orderText({ id: 'big-order', targets: namesOf(many) })] }],
  ])) {
    const internet = await startInternet()
    const writ = await launch('chromium', { internet })
    await ask(writ, asked, request)
    const worker = () => writ.browser.targets().filter((target) => target.type() === 'service_worker').length
    for (const page of await writ.browser.pages()) if (page.url().startsWith(writ.origin)) await closeTab(page)
    const page = await writ.browser.newPage()
    for (let second = 0; worker() > 0 && second < 90; second++) await wait(1000)
    let woken = 0
    writ.browser.on('targetcreated', (target) => (woken += Number(target.type() === 'service_worker')))
    for (let site = 0; site < 50; site++) await page.goto(`http://open${site}.example.org/`).catch(() => undefined)
    await wait(1000)
    rows.push({ what: `chromium: wakes in 50 open sites, ${what}`, measured: String(woken), against: '' })
    await writ.close()
    await internet.close()
  }
  return rows
}
