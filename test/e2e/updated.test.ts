import { expect, it } from 'vitest'
import { hiddenOn } from '../harness/hidden-on.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { addressOf, ownResultPages, serveResultPages } from '../harness/result-pages.mjs'

const page = ownResultPages().find(({ name }) => name === 'google.web.html')!
const delist = { kind: 'delist', addressees: ['Google'] }

/** What comes to the page after the extension has been started again. */
function add(): void {
  const result =
    '<div class="MjjYud"><a href="https://films-one.example/later"><h3>Title of later</h3></a><p>words</p></div>'
  document.querySelector('#rso')!.insertAdjacentHTML('beforeend', result)
}

inBrowsers('in %s, a result page that is open while the extension is updated', {}, ({ internet, writ }) => {
  it('is looked after by the later version', async () => {
    serveResultPages(internet, [page])
    await importOrder(writ, { id: 'covering', targets: ['films-one.example'], measures: [delist] })
    const tab = await writ.browser.newPage()
    await visit(tab, addressOf(page))
    const seen = () => tab.evaluate(() => document.body.innerText)
    await expect.poll(seen, { timeout: 5000 }).not.toContain('Title 0')
    await writ.install()
    await expect.poll(() => hiddenOn(writ, addressOf(page)), { timeout: 30_000 }).toMatchObject({ engine: 'google' })
    await tab.evaluate(add)
    await expect.poll(seen).not.toContain('Title of later')
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('[data-writ=notice]').length)).toBe(1)
    expect(await seen()).not.toContain('Title 0')
    expect(await seen()).toContain('Title 1')
  })
})
