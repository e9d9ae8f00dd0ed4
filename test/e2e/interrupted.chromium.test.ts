import type { WebWorker } from 'puppeteer-core'
import { beforeEach, expect, it } from 'vitest'
import { long, share } from '../deep/share.ts'
import { ask } from '../harness/ask.mjs'
import { background, endBackground } from '../harness/background.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, shown, until, visit, type Launched } from '../harness/launch.mjs'
import { importOrder, orderText } from '../harness/orders.mjs'

interface Api {
  alarms: {
    getAll(): Promise<{ name: string; scheduledTime: number }[]>
    create(name: string, due: { when: number }): Promise<void>
  }
  declarativeNetRequest: { updateDynamicRules: unknown }
  runtime: { sendMessage(message: object): Promise<unknown> }
}
type Background = typeof globalThis & { chrome: Api; refused: number[] }

/** Each kill finds the background at another instant. */
const kills = { ...long, repeats: share(10) - 1 }

/** What the background was doing when it ended, when the browser refused it, or when the clock was wrong. */
inBrowsers('the background of %s', ({ start }) => {
  let writ: Launched
  beforeEach(async () => void (writ = await start()))

  it('an order whose rules were never made is enforced once the background starts again', kills, async () => {
    const worker = await background(writ)
    await worker.evaluate(() => {
      const { declarativeNetRequest } = (globalThis as unknown as Background).chrome
      declarativeNetRequest.updateDynamicRules = () => new Promise(() => undefined)
    })
    const own = await writ.openOwn('options')
    const texts = [orderText({ id: 'halted-order', title: 'Halted order', targets: ['halted.example'] })]
    await own.evaluate(
      (message) =>
        void (globalThis as unknown as Background).chrome.runtime.sendMessage(message).catch(() => undefined),
      { ask: 'orders/import', request: { texts } },
    )
    await until(await writ.openOwn('options', '#orders'), ({ text }) => text.includes('Halted order'))
    const [alarm] = await alarms(worker)
    expect(alarm?.scheduledTime).toBeLessThan(Date.now() + 61_000)
    await endBackground(writ)
    await startBackground()
    expect(await comesToBe('http://halted.example/', 'Halted order')).toBe(true)
  })

  it('what a clock that was ahead has ended is enforced once it is right', kills, async () => {
    await importOrder(writ, { id: 'clock-order', title: 'Clock order', targets: ['clock.example'] })
    const worker = await background(writ)
    await worker.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 20 * 365 * 86_400_000
    })
    await ask(writ, 'reconcile', null)
    expect((await visit(await writ.browser.newPage(), 'http://clock.example/')).text).toBe('open: clock.example')
    expect(await alarms(worker)).toHaveLength(1)
    await endBackground(writ)
    await startBackground()
    expect(await comesToBe('http://clock.example/', 'Clock order')).toBe(true)
  })

  it('rules that the browser refuses when they are due are not tried again for a minute', async () => {
    const windows = [{ start: '2020-02-01T00:00:00Z', end: new Date(Date.now() + 3_600_000).toISOString() }]
    const term = { until: '2090-01-01', windows }
    await importOrder(writ, { id: 'refused-order', title: 'Refused order', targets: ['refused.example'], term })
    const worker = await background(writ)
    // The window's end is an hour away: the background's clock is put past it, and its alarm rings.
    await worker.evaluate(async () => {
      const world = globalThis as unknown as Background
      const { now } = Date
      Date.now = () => now() + 2 * 3_600_000
      world.refused = []
      world.chrome.declarativeNetRequest.updateDynamicRules = () => {
        world.refused.push(Date.now())
        return Promise.reject(new Error('refused'))
      }
      const [due] = await world.chrome.alarms.getAll()
      await world.chrome.alarms.create(due!.name, { when: now() })
    })
    const refused = () => worker.evaluate(() => (globalThis as unknown as Background).refused)
    await expect.poll(refused, { timeout: 60_000 }).toHaveLength(1)
    const [at] = await refused()
    const next = async () => (await alarms(worker))[0]?.scheduledTime
    await expect.poll(next, { timeout: 60_000 }).toBeGreaterThan(at! + 30_000)
    expect(await refused()).toHaveLength(1)
  })

  /** By a request that changes nothing. */
  async function startBackground(): Promise<void> {
    await ask(writ, 'orders/check', { text: '{}' })
  }

  function alarms(worker: WebWorker): Promise<{ scheduledTime: number }[]> {
    return worker.evaluate(() => (globalThis as unknown as Background).chrome.alarms.getAll())
  }

  async function comesToBe(url: string, title: string): Promise<boolean> {
    const tab = await writ.browser.newPage()
    const end = Date.now() + 8_000
    do {
      void visit(tab, url)
      if ((await until(tab, ({ text }) => text.includes(title), 1_000)).text.includes(title)) break
    } while (Date.now() < end)
    const covered = (await shown(tab)).text.includes(title)
    await closeTab(tab)
    return covered
  }
})
