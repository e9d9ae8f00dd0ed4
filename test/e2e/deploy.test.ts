import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { blockedBy, eventually, isOpen, order, whereDeployed } from '../harness/deployment.ts'
import type { Extension } from '../harness/deployment.ts'
import { inForceOn } from '../harness/in-force.mjs'
import { closeTab, shown, until, wait, type Launched } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'

const names = (count: number) => Array.from({ length: count }, (_, n) => `site${n}.many.example`)

/** The packages and kits that an administrator makes, in real browsers, from the first start to the last. */
whereDeployed('deployed to %s', (name, deployment) => {
  async function optionsText(browser: Launched, contains: string): Promise<string> {
    const page = await browser.openOwn('options')
    const { text } = await until(page, (now) => now.text.includes(contains))
    await closeTab(page)
    return text
  }

  it('is installed, blocks from the first start, and cannot be switched off or removed', async () => {
    const settings = {
      orders: [order('first-order', ['first.example'])],
      supportName: 'Help desk',
      supportUrl: 'https://help.example/',
      exemptHosts: ['good.first.example Research agreement 12'],
      protectedNames: ['protected.first.example'],
      allowUserOrders: false,
      disableFirstRunPage: true,
      neverContact: true,
    }
    const browser = await deployment.start(deployment.policies(settings))
    const text = await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    expect(text).toContain('Blocked in this browser by Help desk')
    expect(await eventually(browser, 'http://www.first.example/', blockedBy('first-order'))).toContain(
      'Order first-order',
    )
    for (const host of ['good.first.example', 'protected.first.example'])
      expect(await eventually(browser, `http://${host}/`, isOpen)).toBe(`open: ${host}`)
    const page = await deployment.browsersPage(browser)
    if (name === 'chromium') expect(await deployment.resists(page)).toBe(true)
    expect(await deployment.installed(page)).toEqual({ version: '1.0.0', locked: true })
    expect(await optionsText(browser, 'Managed by your organisation')).toContain('Managed by your organisation')
    const own = await browser.openOwn('options')
    const { prediction, added } = await own.evaluate(
      async (text) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Extension>
        const { privacy, runtime } = (browser ?? chrome)!
        return {
          prediction: (await privacy.network.networkPredictionEnabled.get({})).value,
          added: await runtime.sendMessage({ ask: 'orders/import', request: { texts: [text] } }),
        }
      },
      orderText({ id: 'own-order' }),
    )
    expect((await inForceOn(own))?.issues).toEqual([])
    expect(prediction).toBe(false)
    expect(added.done).toMatchObject({ ok: false, issues: [{ code: 'orders-locked' }] })
    const shownPages = await Promise.all((await browser.browser.pages()).map(shown))
    expect(shownPages.filter(({ url }) => url.includes('/welcome/'))).toEqual([])
  })

  it('a killed browser that has lost its rules and alarms blocks again at its next start, and one that is started on a blocked address ends on the block page', async () => {
    const folder = deployment.policies({ orders: [order('first-order', ['first.example'])] })
    const killed = await deployment.start(folder)
    await eventually(killed, 'http://first.example/', blockedBy('first-order'))
    const own = await killed.openOwn('options')
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Extension>
      const { declarativeNetRequest, alarms } = (browser ?? chrome)!
      await declarativeNetRequest.updateDynamicRules({ removeRuleIds: [1, 2, 3] })
      await alarms.clearAll()
    })
    await killed.kill()
    const browser = await deployment.start(folder, { startUrl: 'http://first.example/at/start' })
    const end = Date.now() + 20_000
    const first = async () => (await Promise.all((await browser.browser.pages()).map(shown))).map(({ text }) => text)
    while (!(await first()).some(blockedBy('first-order')) && Date.now() < end) await wait(200)
    expect((await first()).filter((text) => blockedBy('first-order')(text))).toHaveLength(1)
    expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
  })

  it('takes a change while it runs, or at its next start; a wrong value leaves the rest in force', async () => {
    const folder = deployment.policies({ orders: [order('first-order', ['first.example'])] })
    let browser = await deployment.start(folder)
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    deployment.policies({ orders: [order('second-order', ['second.example'])], supportName: 'Help desk' })
    if (name === 'firefox') browser = await deployment.start(folder)
    await eventually(browser, 'http://second.example/', blockedBy('second-order'))
    expect(await eventually(browser, 'http://first.example/', isOpen)).toBe('open: first.example')

    change(folder, (settings) => ({
      ...settings,
      orders: [...settings.orders, '{"format": "writ-order/1"}'],
      scope: 'all',
    }))
    if (name === 'firefox') browser = await deployment.start(folder)
    expect(await optionsText(browser, 'scope')).toContain('orders[1]')
    expect(await eventually(browser, 'http://second.example/', blockedBy('second-order'))).toContain(
      'Order second-order',
    )
  })

  /** Edits the settings by hand, in one step. */
  function change(folder: string, edit: (settings: { orders: string[] }) => object): void {
    const file = join(folder, name === 'firefox' ? 'policies.json' : '20-writ-settings.json')
    const content = JSON.parse(readFileSync(file, 'utf8'))
    const extensions = name === 'firefox' ? content.policies['3rdparty'].Extensions : content['3rdparty'].extensions
    const [key] = Object.keys(extensions)
    extensions[key!] = edit(extensions[key!])
    writeFileSync(`${file}.new`, JSON.stringify(content))
    renameSync(`${file}.new`, file)
  }

  it('an update is found and applied, and the orders stay', async () => {
    const settings = { orders: [order('first-order', ['first.example'])], disableFirstRunPage: true }
    let browser = await deployment.start(deployment.policies(settings))
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    expect((await deployment.installed(await deployment.browsersPage(browser))).version).toBe('1.0.0')
    deployment.publish('1.1.0')
    // Chromium looks for updates at its start. Firefox's package has a new address, which a new kit names.
    browser = await deployment.start(deployment.policies(settings))
    const page = await deployment.browsersPage(browser)
    if (name === 'chromium') await updateWaitsForPages(browser, page)
    expect(await deployment.installedAs(page, '1.1.0')).toBe('1.1.0')
    expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
  }, 200_000)

  /** While one of its pages is open a fetched update waits; then the page is closed and the next look comes early. */
  async function updateWaitsForPages(browser: Launched, page: Page): Promise<void> {
    const own = await browser.openOwn('options')
    await own.waitForFunction(
      async () => {
        const { chrome } = globalThis as unknown as Record<string, Extension>
        return (await chrome!.alarms.get('apply-update')) !== undefined
      },
      { polling: 300, timeout: 60_000 },
    )
    expect((await deployment.installed(page)).version).toBe('1.0.0')
    // Half a minute is the least that a packed extension may ask for.
    await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as Record<string, Extension>
      await chrome!.alarms.create('apply-update', { delayInMinutes: 0.5 })
    })
    await closeTab(own)
  }

  it('removing the policies removes the enforcement', async () => {
    const folder = deployment.policies({ orders: [order('first-order', ['first.example'])] })
    let browser = await deployment.start(folder)
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    if (name === 'firefox') browser = await deployment.start(folder)
    expect(await eventually(browser, 'http://first.example/', isOpen)).toBe('open: first.example')
  })

  it('takes an order of 50,000 names in the policy itself', async () => {
    const count = 50_000
    const browser = await deployment.start(deployment.policies({ orders: [order('many-names', names(count))] }))
    const last = `http://www.site${count - 1}.many.example/`
    expect(await eventually(browser, last, blockedBy('many-names'), 60_000)).toContain('Order many-names')
    expect(await eventually(browser, `http://site${count}.many.example/`, isOpen)).toBe(
      `open: site${count}.many.example`,
    )
  })
})
