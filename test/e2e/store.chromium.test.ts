import type { Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { endBackground } from '../harness/background.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

/** A store that is damaged, or that a newer version has written. */
inBrowsers('the store in %s', {}, ({ writ }) => {
  it('a record that cannot be read is left out, and said; the others are applied, added and removed', async () => {
    await importOrder(writ, { id: 'good-order', title: 'Good order', targets: ['good.example'] })
    const own = await writ.openOwn('options')
    for (const [store, key] of [
      ['orders', 'user:junk'],
      ['removed', 'user:rubbish'],
    ] as const)
      await own.evaluate(damage, store, key)
    await closeTab(own)
    await importOrder(writ, { id: 'next-order', title: 'Next order', targets: ['next.example'] })
    expect(await seen('http://good.example/', 'Good order')).toContain('Good order')
    expect(await seen('http://next.example/', 'Next order')).toContain('Next order')
    await ask(writ, 'orders/remove', { key: 'user:good-order' })
    expect((await visit(await writ.browser.newPage(), 'http://good.example/')).text).toBe('open: good.example')
    const list = await writ.openOwn('options', '#orders')
    expect((await until(list, ({ text }) => text.includes('Next order'))).text).toContain('Next order')
    const diagnostics = await writ.openOwn('options', '#diagnostics')
    expect((await until(diagnostics, ({ text }) => text.includes('junk'))).text).toContain('left out: user:junk')
  })

  it('settings that are damaged are not shown as none, and trying again makes them anew', async () => {
    // A block page that is shown again would mend them first.
    const own = await writ.openOwn('welcome')
    for (const page of await writ.browser.pages()) if (page !== own) await closeTab(page)
    await own.evaluate(damage, 'state', 'effective')
    const options = await writ.openOwn('options', '#orders')
    expect((await until(options, ({ text }) => text.includes('Try again'))).text).toContain('cannot be read')
    await press(options, '[data-action=retry]')
    expect((await until(options, ({ text }) => text.includes('Next order'))).text).toContain('Next order')
    await closeTab(options)
  })

  it('the options page says that the store cannot be read, and what to do', async () => {
    const [first, ...others] = await writ.browser.pages()
    for (const page of others) await closeTab(page)
    await visit(first!, `${writ.origin}/manifest.json`)
    await endBackground(writ)
    expect(await first!.evaluate(makeNewer)).toBe('newer')
    const options = await writ.openOwn('options')
    const { text } = await until(options, (now) => now.text.includes('Try again'))
    expect(text).toContain('Writ cannot read its orders')
    expect(text).toContain('install the newer one again')
  })

  async function seen(url: string, title: string): Promise<string> {
    const tab: Page = await writ.browser.newPage()
    void visit(tab, url)
    return (await until(tab, ({ text }) => text.includes(title))).text
  }
})

/** Runs in a page of the extension. */
function damage(store: string, key: string): Promise<void> {
  return new Promise((done) => {
    const opening = indexedDB.open('writ')
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite')
      transaction.objectStore(store).put({ key }, key)
      transaction.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}

/** Runs in a page of the extension. */
function makeNewer(): Promise<string> {
  return new Promise((done) => {
    const opening = indexedDB.open('writ', 1000)
    opening.onblocked = () => done('blocked')
    opening.onsuccess = () => {
      opening.result.close()
      done('newer')
    }
  })
}
