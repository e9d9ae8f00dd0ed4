import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { press, until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

inBrowsers('private windows of %s', { privateWindows: true }, ({ writ }) => {
  it('in a private window of Chromium a block is chosen, enforced and explained', async () => {
    // The tab with which the browser began is private; a driver opens its own in the normal profile.
    const [tab] = await writ.browser.pages()
    if (!tab) throw new Error('the browser has no tab')
    await visit(tab, `${writ.origin}/extension/pages/welcome/index.html`)
    await until(tab, ({ text }) => text.includes('AlloStreaming'))
    const isPrivate = await tab.evaluate(
      () =>
        (globalThis as unknown as { chrome: { extension: { inIncognitoContext: boolean } } }).chrome.extension
          .inIncognitoContext,
    )
    expect(isPrivate).toBe(true)
    await press(tab, '[data-action=apply-beyond-term]')
    await until(tab, ({ text }) => text.includes('Writ still applies it here'))
    void visit(tab, 'http://www.dpstream.tv/')
    const { text } = await until(tab, (now) => now.text.includes('although the order has expired'))
    expect(text).toContain('www.dpstream.tv')
    expect(text).toContain('This is a private window')
    expect((await visit(tab, 'http://dpstream.net/')).text).toBe('open: dpstream.net')
    await visit(tab, `${writ.origin}/extension/pages/options/index.html#import`)
    await tab.waitForSelector('textarea')
    await tab.type('textarea', '{}')
    await press(tab, '[data-action=check]:not([disabled])')
    await tab.waitForSelector('[data-issue=private-window]')
    const refused = await tab.$eval('[data-issue=private-window]', ({ textContent }) => textContent)
    expect(refused?.trim()).toBe('cannot be added in a private window: add it in a normal one')
  })

  it('a private tab that is open on a site is covered when its order comes, and no order is removed from there', async () => {
    const [tab] = await writ.browser.pages()
    if (!tab) throw new Error('the browser has no tab')
    expect((await visit(tab, 'http://private.example/')).text).toBe('open: private.example')
    await importOrder(writ, { id: 'private-order', title: 'Private order', targets: ['private.example'] })
    expect((await until(tab, ({ text }) => text.includes('Private order'))).text).toContain('Private order')
    await visit(tab, `${writ.origin}/extension/pages/options/index.html`)
    const answer = await tab.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): unknown } } }
      return chrome.runtime.sendMessage({ ask: 'orders/remove', request: { key: 'user:private-order' } })
    })
    expect(answer).toEqual({ failed: expect.stringContaining('normal window') as string })
  })
})
