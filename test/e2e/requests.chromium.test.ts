import { expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

/** What pages ask of the background, at once and one after the other. */
inBrowsers('requests in %s', {}, ({ writ }) => {
  it('of choices that are made at once, each holds', async () => {
    const ids = ['first', 'second', 'third'].map((name) => `${name}-order`)
    for (const id of ids) await importOrder(writ, { id, title: id, targets: [`${id}.example`] })
    const own = await writ.openOwn('options')
    await own.evaluate(async (all) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<void> } }
      }
      const choose = (id: string) =>
        chrome.runtime.sendMessage({ ask: 'orders/choose', request: { id, choice: 'list' } })
      await Promise.all(all.map(choose))
    }, ids)
    await closeTab(own)
    for (const id of ids) expect(await seen(`http://${id}.example/`)).toBe(`open: ${id}.example`)
  })

  it('an order that is added anew after its removal is applied, whatever was chosen for it before', async () => {
    const order = { id: 'again-order', title: 'Again order', targets: ['again.example'] }
    await importOrder(writ, order)
    await ask(writ, 'orders/choose', { id: order.id, choice: 'list' })
    await ask(writ, 'orders/remove', { key: `user:${order.id}` })
    await ask(writ, 'orders/restore', { key: `user:${order.id}` })
    expect(await seen('http://again.example/')).toBe('open: again.example')
    await ask(writ, 'orders/remove', { key: `user:${order.id}` })
    await importOrder(writ, { ...order, version: 2 })
    expect(await seen('http://again.example/')).toContain('Again order')
  })

  /** What a tab shows, once it shows either the site or the block page. */
  async function seen(url: string): Promise<string> {
    const tab = await writ.browser.newPage()
    void visit(tab, url)
    const { text } = await until(tab, (now) => /^open: |How to contest it/.test(now.text))
    await closeTab(tab)
    return text
  }
})
