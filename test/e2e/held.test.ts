import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

const targets = ['covered.example', 'youtube.com']

inBrowsers('an order that names a host which many people need in %s', {}, ({ writ }) => {
  it('holds that entry, says so, and applies the others', async () => {
    await importOrder(writ, { id: 'wide-order', targets })
    const tab = await writ.browser.newPage()
    expect((await visit(tab, 'http://www.youtube.com/')).text).toBe('open: www.youtube.com')
    expect((await visit(tab, 'http://covered.example/')).text).toContain('is blocked under a court order')
    const page = await writ.openOwn('options', '#orders/user:wide-order')
    const card = await page.waitForSelector('dt::-p-text(Held)')
    expect(await card!.evaluate((term) => term.nextElementSibling?.textContent)).toBe('youtube.com')
  })

  it('applies it, too, once the document acknowledges it by name', async () => {
    await importOrder(writ, { id: 'wide-order', version: 2, targets, ack: ['youtube.com'] })
    const { text } = await visit(await writ.browser.newPage(), 'http://www.youtube.com/')
    expect(text).toContain('is blocked under a court order')
  })
})
