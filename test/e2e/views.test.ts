import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { until, visit, type Launched } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

inBrowsers('another view of a page, in %s', {}, ({ name, writ, internet }) => {
  const readerOf = (host: string) => `about:reader?url=${encodeURIComponent(`http://${host}/a`)}`

  /** A tab with the view, which an extension's own page cannot open: as a bookmark does. */
  async function openView(address: string, { browser }: Launched = writ) {
    const tab = await browser.newPage()
    void visit(tab, address).catch(() => undefined)
    return tab
  }

  it.runIf(name === 'firefox')('is covered when an order comes into force', async () => {
    const before = internet.visits.length
    const tab = await openView(readerOf('read.example'))
    await expect.poll(() => internet.visits.slice(before).some(({ host }) => host === 'read.example')).toBe(true)
    await importOrder(writ, { id: 'read-order', title: 'Read order', targets: ['read.example'] })
    expect((await until(tab, ({ text }) => text.includes('Read order'))).text).toContain('Read order')
  })

  it.runIf(name === 'firefox').each([readerOf('covered.example'), 'view-source:http://covered.example/a'])(
    'is covered when it is opened: %s',
    async (address) => {
      await importOrder(writ, { id: 'covered-order', title: 'Covered order', targets: ['covered.example'] })
      const tab = await openView(address)
      expect((await until(tab, ({ text }) => text.includes('Covered order'))).text).toContain('Covered order')
    },
  )
})
