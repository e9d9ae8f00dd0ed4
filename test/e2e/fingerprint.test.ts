import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

inBrowsers('a site that wants to know who has Writ, in %s', {}, ({ name, writ }) => {
  it.runIf(name === 'chromium')('cannot fetch the block page', async () => {
    const tab = await writ.open('http://curious.example/')
    const page = `${writ.origin}/extension/pages/blocked/index.html`
    const fetched = await tab.evaluate(
      (address) =>
        fetch(address).then(
          ({ status }) => status,
          () => 'refused',
        ),
      page,
    )
    expect(fetched).toBe('refused')
  })

  it('leads to the block page by a link all the same', async () => {
    await importOrder(writ, { id: 'linked-order', targets: ['linked.example'] })
    const tab = await writ.open('http://curious.example/')
    await tab.evaluate(() => location.assign('http://linked.example/'))
    expect((await until(tab, ({ text }) => text.includes('linked.example'))).url).toContain('#http://linked.example/')
    expect((await visit(tab, 'http://curious.example/')).text).toBe('open: curious.example')
  })
})
