import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startFleet, type Fleet } from '../harness/fleet.mjs'
import { startInternet, type Internet } from '../harness/internet.mjs'
import { closeTab, launch, shown, until, visit, wait, type Launched, type LaunchOptions } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'

/** What only the pages of the browsers themselves can tell of an extension. */
interface Privileged {
  chrome: {
    management: { setEnabled(id: string, enabled: boolean): Promise<void> }
    developerPrivate: {
      removeMultipleExtensions(ids: string[]): Promise<void>
      getExtensionInfo(id: string): Promise<{ version: string; state: string; userMayModify: boolean }>
    }
  }
  ChromeUtils: {
    importESModule(url: string): { AddonManager: AddonManager; PrivateBrowsingUtils: { enabled: boolean } }
  }
}

interface AddonManager {
  PERM_CAN_DISABLE: number
  PERM_CAN_UNINSTALL: number
  getAddonByID(id: string): Promise<{ version: string; isActive: boolean; permissions: number } | null>
}

interface Extension {
  extension: { inIncognitoContext: boolean }
  privacy: { network: { networkPredictionEnabled: { get(details: object): Promise<{ value: boolean }> } } }
  storage: { local: { get(key: string): Promise<{ inForce: { issues: unknown[] } }> } }
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; issues: { code: string }[] }> }
  declarativeNetRequest: { updateDynamicRules(change: { removeRuleIds: number[] }): Promise<void> }
  alarms: {
    clearAll(): Promise<unknown>
    get(name: string): Promise<object | undefined>
    create(name: string, due: { delayInMinutes: number }): Promise<void>
  }
}

type Name = 'chromium' | 'firefox'

const addOn = 'writ@writ.example'
const order = (id: string, targets: unknown[]) =>
  JSON.parse(orderText({ id, title: `Order ${id}`, targets })) as Record<string, unknown>
const names = (count: number) => Array.from({ length: count }, (_, n) => `site${n}.many.example`)

/** Policies hold in a mount namespace of the browser's own: Linux only, and only root may make one. */
const possible = process.platform === 'linux' && process.getuid?.() === 0

describe.runIf(possible).each(['chromium', 'firefox'] as const)('deployed to %s', (name: Name) => {
  let internet: Internet
  let fleet: Fleet
  let id: string
  let writ: Launched | undefined
  const profile = mkdtempSync(join(tmpdir(), 'writ-deployed-'))

  beforeAll(async () => {
    internet = await startInternet()
    fleet = startFleet(internet)
    id = fleet.publish('1.0.0')
  })
  afterEach(() => stop())
  afterAll(async () => {
    await internet.close()
    fleet.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  async function stop(): Promise<void> {
    await writ?.close()
    writ = undefined
  }

  /** Makes the kit of this configuration, in the place of the last one, and gives the folder that the browser reads. */
  function policies(settings: object, layers: object = {}): string {
    // Else no driver can look into the extension.
    return fleet.makeKit('kit', { settings, layers: { developerTools: 'open', ...layers } })[name]
  }

  async function start(folder: string, options: LaunchOptions = { profile }): Promise<Launched> {
    await stop()
    writ = await launch(name, { internet, language: 'en', deployed: { policies: folder, id }, ...options })
    return writ
  }

  /** Visits until the page is as expected, and gives what it shows then. */
  async function eventually(
    browser: Launched,
    url: string,
    is: (text: string) => boolean,
    ms = 30_000,
  ): Promise<string> {
    let tab = await browser.browser.newPage()
    const end = Date.now() + ms
    for (;;) {
      // An extension that goes takes its block page's tab along.
      if (tab.isClosed()) tab = await browser.browser.newPage()
      void visit(tab, url)
      const { text } = await until(tab, (now) => is(now.text), 1500)
      if (is(text) || Date.now() > end) {
        await closeTab(tab)
        return text
      }
      await wait(300)
    }
  }
  const blockedBy = (one: string) => (text: string) =>
    text.includes(`Order ${one}`) && text.includes('blocked by a court')
  const open = (text: string) => text.startsWith('open:')

  /** The version that runs, and whether a person may switch it off or remove it; undefined when it is not installed. */
  async function installed(browser: Launched): Promise<{ version: string; locked: boolean } | undefined> {
    const page = await browser.browser.newPage()
    try {
      if (name === 'firefox') {
        void page.goto('about:policies', { waitUntil: [] }).catch(() => undefined)
        await until(page, ({ url }) => url.startsWith('about:policies'))
        return await page.evaluate(async (addOn) => {
          const { ChromeUtils } = globalThis as unknown as Privileged
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
          const found = await AddonManager.getAddonByID(addOn)
          const free = AddonManager.PERM_CAN_DISABLE | AddonManager.PERM_CAN_UNINSTALL
          return found
            ? { version: found.version, locked: found.isActive && (found.permissions & free) === 0 }
            : undefined
        }, addOn)
      }
      await visit(page, 'chrome://extensions/')
      return await page.evaluate(async (id) => {
        const { management, developerPrivate } = (globalThis as unknown as Privileged).chrome
        const info = await developerPrivate.getExtensionInfo(id).catch(() => undefined)
        if (!info) return undefined
        const refused = (change: Promise<void>) => change.then(() => false).catch(() => true)
        const both = [
          await refused(management.setEnabled(id, false)),
          await refused(developerPrivate.removeMultipleExtensions([id])),
        ]
        return { version: info.version, locked: info.state === 'ENABLED' && !info.userMayModify && both.every(Boolean) }
      }, id)
    } finally {
      await closeTab(page)
    }
  }

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
    const browser = await start(policies(settings))
    const text = await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    expect(text).toContain('your organisation')
    expect(text).toContain('Help desk')
    expect(await eventually(browser, 'http://www.first.example/', blockedBy('first-order'))).toContain(
      'Order first-order',
    )
    for (const host of ['good.first.example', 'protected.first.example'])
      expect(await eventually(browser, `http://${host}/`, open)).toBe(`open: ${host}`)
    expect(await installed(browser)).toEqual({ version: '1.0.0', locked: true })
    expect(await optionsText(browser, 'Managed by your organisation')).toContain('Managed by your organisation')
    const own = await browser.openOwn('options')
    const { issues, prediction, added } = await own.evaluate(
      async (text) => {
        const { browser, chrome } = globalThis as unknown as Record<string, Extension>
        const { privacy, runtime, storage } = (browser ?? chrome)!
        return {
          issues: (await storage.local.get('inForce')).inForce.issues,
          prediction: (await privacy.network.networkPredictionEnabled.get({})).value,
          added: await runtime.sendMessage({ ask: 'orders/import', request: { texts: [text] } }),
        }
      },
      orderText({ id: 'own-order' }),
    )
    expect(issues).toEqual([])
    expect(prediction).toBe(false)
    expect(added).toMatchObject({ ok: false, issues: [{ code: 'orders-locked' }] })
    const shownPages = await Promise.all((await browser.browser.pages()).map(shown))
    expect(shownPages.filter(({ url }) => url.includes('/welcome/'))).toEqual([])
  })

  it('a killed browser that has lost its rules and alarms blocks again at its next start, and one that is started on a blocked address ends on the block page', async () => {
    const folder = policies({ orders: [order('first-order', ['first.example'])] })
    const killed = await start(folder)
    await eventually(killed, 'http://first.example/', blockedBy('first-order'))
    const own = await killed.openOwn('options')
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Extension>
      const { declarativeNetRequest, alarms } = (browser ?? chrome)!
      await declarativeNetRequest.updateDynamicRules({ removeRuleIds: [1, 2, 3] })
      await alarms.clearAll()
    })
    await killed.kill()
    const browser = await start(folder, { profile, startUrl: 'http://first.example/at/start' })
    const end = Date.now() + 20_000
    const first = async () => (await Promise.all((await browser.browser.pages()).map(shown))).map(({ text }) => text)
    while (!(await first()).some(blockedBy('first-order')) && Date.now() < end) await wait(200)
    expect((await first()).filter((text) => blockedBy('first-order')(text))).toHaveLength(1)
    expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
  })

  it('takes a change while it runs, or at its next start; a wrong value leaves the rest in force', async () => {
    const folder = policies({ orders: [order('first-order', ['first.example'])] })
    let browser = await start(folder)
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    policies({ orders: [order('second-order', ['second.example'])], supportName: 'Help desk' })
    const changed = Date.now()
    if (name === 'firefox') browser = await start(folder)
    await eventually(browser, 'http://second.example/', blockedBy('second-order'))
    if (name === 'chromium') expect(Date.now() - changed).toBeLessThan(10_000)
    expect(await eventually(browser, 'http://first.example/', open)).toBe('open: first.example')

    change(folder, (settings) => ({
      ...settings,
      orders: [...settings.orders, '{"format": "writ-order/1"}'],
      scope: 'all',
    }))
    if (name === 'firefox') browser = await start(folder)
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
    let browser = await start(policies(settings))
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    expect((await installed(browser))?.version).toBe('1.0.0')
    fleet.publish('1.1.0')
    // Chromium looks for updates at its start. Firefox's package has a new address, which a new kit names.
    browser = await start(policies(settings))
    if (name === 'chromium') await updateWaitsForPages(browser)
    const end = Date.now() + 60_000
    while ((await installed(browser))?.version !== '1.1.0' && Date.now() < end) await wait(500)
    expect((await installed(browser))?.version).toBe('1.1.0')
    expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
  }, 150_000)

  /** While one of its pages is open a fetched update waits; then the page is closed and the next look comes early. */
  async function updateWaitsForPages(browser: Launched): Promise<void> {
    const own = await browser.openOwn('options')
    await own.waitForFunction(
      async () => {
        const { chrome } = globalThis as unknown as Record<string, Extension>
        return (await chrome!.alarms.get('apply-update')) !== undefined
      },
      { polling: 300, timeout: 45_000 },
    )
    expect((await installed(browser))?.version).toBe('1.0.0')
    // Half a minute is the least that a packed extension may ask for.
    await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as Record<string, Extension>
      await chrome!.alarms.create('apply-update', { delayInMinutes: 0.5 })
    })
    await closeTab(own)
  }

  it('removing the policies removes the enforcement', async () => {
    const folder = policies({ orders: [order('first-order', ['first.example'])] })
    let browser = await start(folder)
    await eventually(browser, 'http://first.example/', blockedBy('first-order'))
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    if (name === 'firefox') browser = await start(folder)
    expect(await eventually(browser, 'http://first.example/', open)).toBe('open: first.example')
  })

  it.each([10_000, 50_000])('takes an order of %d names in the policy itself', async (count) => {
    const browser = await start(policies({ orders: [order('many-names', names(count))] }), {})
    const last = `http://www.site${count - 1}.many.example/`
    expect(await eventually(browser, last, blockedBy('many-names'), 60_000)).toContain('Order many-names')
    expect(await eventually(browser, `http://site${count}.many.example/`, open)).toBe(`open: site${count}.many.example`)
  })

  /** The tab in which the browser itself opened a blocked address, on the block page, and whether its window is private. */
  async function firstBlockPage(browser: Launched): Promise<{ text: string; isPrivate: boolean } | undefined> {
    const end = Date.now() + 30_000
    while (Date.now() < end) {
      for (const page of await browser.browser.pages()) {
        const { text, url } = await shown(page)
        if (!blockedBy('first-order')(text)) {
          // Chromium's own first tab may have been opened before the extension was there.
          if (url.startsWith('http')) void page.reload({ timeout: 5_000 }).catch(() => undefined)
          continue
        }
        const isPrivate = await page.evaluate(() => {
          const { browser, chrome } = globalThis as unknown as Record<string, Extension>
          return (browser ?? chrome)!.extension.inIncognitoContext
        })
        return { text, isPrivate }
      }
      await wait(300)
    }
    return undefined
  }

  it('private and guest windows are closed', async () => {
    const folder = policies({ orders: [order('first-order', ['first.example'])], disableFirstRunPage: true })
    if (name === 'firefox') {
      const page = await (await start(folder)).browser.newPage()
      void page.goto('about:policies', { waitUntil: [] }).catch(() => undefined)
      await until(page, ({ url }) => url.startsWith('about:policies'))
      const possible = await page.evaluate(() => {
        const { ChromeUtils } = globalThis as unknown as Privileged
        return ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils
          .enabled
      })
      expect(possible).toBe(false)
      return
    }
    for (const argument of ['--incognito', '--guest']) {
      const browser = await start(folder, { profile, args: [argument], startUrl: 'http://first.example/' })
      expect(await firstBlockPage(browser)).toMatchObject({ isPrivate: false })
    }
  })

  it('private windows are covered, as configured', async () => {
    const settings = { orders: [order('first-order', ['first.example'])], disableFirstRunPage: true }
    const folder = policies(settings, { privateWindows: 'covered' })
    await eventually(await start(folder), 'http://first.example/', blockedBy('first-order'))
    const argument = name === 'chromium' ? '--incognito' : '-private-window'
    const browser = await start(folder, { profile, args: [argument], startUrl: 'http://first.example/' })
    if (name === 'firefox') {
      expect(await firstBlockPage(browser)).toMatchObject({ isPrivate: true })
      return
    }
    const [tab] = await browser.browser.pages()
    void visit(tab!, 'http://other.example/')
    const { text } = await until(tab!, (now) => now.text.includes('To use Incognito'), 20_000)
    expect(text).toContain('your organization requires an extension')
  })

  it('the browser’s own list holds where extensions are switched off, and elsewhere the block page still explains', async () => {
    const settings = {
      orders: [order('first-order', ['first.example'])],
      exemptHosts: ['good.first.example Agreement'],
    }
    const folder = policies(settings, { failSafe: 'on' })
    const explaining = await start(folder)
    expect(await eventually(explaining, 'http://first.example/', blockedBy('first-order'))).toContain(
      'Order first-order',
    )
    if (name === 'firefox') return
    const before = internet.visits.length
    const without = await start(folder, { profile, args: ['--disable-extensions'] })
    const tab = await without.browser.newPage()
    void visit(tab, 'http://first.example/')
    expect((await until(tab, ({ text }) => text !== '')).text).toContain('This page is blocked')
    expect(internet.visits.slice(before).filter(({ host }) => host === 'first.example')).toEqual([])
    expect(await eventually(without, 'http://good.first.example/', open)).toBe('open: good.first.example')
  })
})
