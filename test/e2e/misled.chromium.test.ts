import type { WebWorker } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, until, visit, type Launched } from '../harness/launch.mjs'
import { importOrder, orderText } from '../harness/orders.mjs'

/** Only a driver of Chromium can make the background's clock, or the browser, say something else. */
inBrowsers('a background of %s that is misled', {}, ({ writ }) => {
  it('an order goes on as it was where the clock was set back, which is said', async () => {
    await importOrder(writ, {
      id: 'began',
      term: { until: '2100-01-01', served: '2026-01-01' },
      targets: ['began.example'],
    })
    expect(await shownAt(writ, 'began.example')).toContain('began')
    await (await background(writ)).evaluate(() => void (Date.now = () => new Date('2001-02-03T00:00:00Z').getTime()))
    const options = await writ.openOwn('options')
    await options.evaluate(reconcile)
    expect(await shownAt(writ, 'began.example')).toContain('began')
    expect((await until(options, ({ text }) => text.includes('set back'))).text).toContain('was set back')
    await closeTab(options)
    await (await background(writ)).evaluate(() => void (Date.now = () => new Date().getTime()))
  })

  it('what the browser refused of an order that was added is said where it was added', async () => {
    await (
      await background(writ)
    ).evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { declarativeNetRequest: object } }
      Object.assign(chrome.declarativeNetRequest, {
        updateDynamicRules: () => Promise.reject(new Error('no room left')),
      })
    })
    const page = await writ.openOwn('options', '#import')
    await page.waitForSelector('textarea')
    await page.$eval(
      'textarea',
      (field, text) => {
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
      },
      orderText({ id: 'refused', targets: ['refused.example'] }),
    )
    await press(page, '[data-action=check]')
    await press(page, '[data-action=import]')
    expect((await until(page, ({ text }) => text.includes('no room left'))).text).toContain('keeps the last ones')
    await closeTab(page)
  })
})

async function background({ browser }: Launched): Promise<WebWorker> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker')
  return (await target.worker())!
}

async function shownAt({ browser }: Launched, host: string): Promise<string> {
  const tab = await browser.newPage()
  void visit(tab, `http://${host}/`)
  const { text } = await until(tab, (now) => now.text.includes(host))
  await closeTab(tab)
  return text
}

async function reconcile(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
  }
  await chrome.runtime.sendMessage({ ask: 'reconcile', request: null })
}
