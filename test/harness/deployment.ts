import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import type { BrowserName } from './find-browser.mjs'
import { startFleet } from './fleet.mjs'
import { startInternet } from './internet.mjs'
import { closeTab, firefoxId, launch, until, visit, wait, type Launched, type LaunchOptions } from './launch.mjs'
import { orderText } from './orders.mjs'

/** Policies hold in a mount namespace of the browser's own: Linux only, and only root may make one. */
export const canDeploy = process.platform === 'linux' && process.getuid?.() === 0

/** An order document as a kit's configuration has it. */
export function order(id: string, targets: unknown[]): Record<string, unknown> {
  return JSON.parse(orderText({ id, title: `Order ${id}`, targets })) as Record<string, unknown>
}

export const blockedBy = (id: string) => (text: string) =>
  text.includes(`Order ${id}`) && text.includes('is blocked under a court order')
export const isOpen = (text: string) => text.startsWith('open:')

/** The part of the extension's own browser that tests use. */
export interface Extension {
  extension: { inIncognitoContext: boolean }
  privacy: { network: { networkPredictionEnabled: { get(details: object): Promise<{ value: boolean }> } } }
  runtime: { sendMessage(message: object): Promise<{ done: { ok: boolean; issues: { code: string }[] } }> }
  declarativeNetRequest: { updateDynamicRules(change: { removeRuleIds: number[] }): Promise<void> }
  alarms: {
    clearAll(): Promise<unknown>
    get(name: string): Promise<object | undefined>
    create(name: string, due: { delayInMinutes: number }): Promise<void>
  }
}

/** Facts on an extension that only the browsers' own pages can tell. */
export interface Privileged {
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

export type Deployment = Awaited<ReturnType<typeof startDeployment>>

/** A group of tests of what policies alone deploy: there before the first of them, no browser left after each. */
export function whereDeployed(title: string, tests: (name: BrowserName, deployment: Deployment) => void): void {
  const deployment = {} as Deployment
  describe.runIf(canDeploy).each([inject('browser')])(title, (name) => {
    beforeAll(async () => void Object.assign(deployment, await startDeployment(name)))
    afterEach(() => deployment.stop())
    afterAll(() => deployment.close())
    tests(name, deployment)
  })
}

/** A browser into which nothing but policies bring the extension: those of a kit, and packages on a local update server. */
async function startDeployment(name: BrowserName) {
  const internet = await startInternet()
  const fleet = startFleet(internet)
  const id = fleet.publish('1.0.0')
  const profile = join(mkdtempSync(join(tmpdir(), 'writ-deployed-')), 'profile')
  const usedProfile = inject('usedProfile')
  let running: Launched | undefined

  /** Makes the kit of this configuration, in the place of the last one, and gives the folder that the browser reads. */
  function policies(settings: object, layers: object = {}): string {
    // Else no driver can look into the extension.
    return fleet.makeKit('kit', { settings, layers: { developerTools: 'open', ...layers } })[name]
  }

  /** Starts the browser under a folder of policies, in the place of the one that runs, with the same profile. */
  async function start(folder: string, options: LaunchOptions = {}): Promise<Launched> {
    await stop()
    const deployed = { policies: folder, id }
    running = await launch(name, { internet, language: 'en', profile, usedProfile, deployed, ...options })
    return running
  }

  async function stop(): Promise<void> {
    await running?.close()
    running = undefined
  }

  async function close(): Promise<void> {
    await stop()
    await internet.close()
    fleet.close()
    rmSync(dirname(profile), { recursive: true, force: true, maxRetries: 5 })
  }

  /** A page of the browser's own that may ask it about extensions. */
  async function browsersPage(browser: Launched): Promise<Page> {
    const page = await browser.browser.newPage()
    const address = name === 'firefox' ? 'about:policies' : 'chrome://extensions/'
    void page.goto(address, { waitUntil: [] }).catch(() => undefined)
    await until(page, ({ url }) => url.startsWith(address))
    return page
  }

  /** The version that runs, and whether the browser lets a person switch it off or remove it. */
  function installed(page: Page): Promise<{ version?: string | undefined; locked: boolean }> {
    if (name === 'chromium')
      return page.evaluate(async (id) => {
        const { developerPrivate } = (globalThis as unknown as Privileged).chrome
        const info = await developerPrivate.getExtensionInfo(id).catch(() => undefined)
        return { version: info?.version, locked: info?.state === 'ENABLED' && !info.userMayModify }
      }, id)
    return page.evaluate(async (addOn) => {
      const { ChromeUtils } = globalThis as unknown as Privileged
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
      const found = await AddonManager.getAddonByID(addOn)
      const free = AddonManager.PERM_CAN_DISABLE | AddonManager.PERM_CAN_UNINSTALL
      return { version: found?.version, locked: found !== null && found.isActive && (found.permissions & free) === 0 }
    }, firefoxId)
  }

  /** Waits until this version runs, and gives the one that does. The page stays: Chromium puts work off while tabs load. */
  async function installedAs(page: Page, version: string): Promise<string | undefined> {
    const end = Date.now() + 75_000
    for (;;) {
      const now = await installed(page)
      if (now.version === version || Date.now() > end) return now.version
      await wait(500)
    }
  }

  /** Tries to switch the extension off and to remove it, as Chromium's own page does. */
  function resists(page: Page): Promise<boolean> {
    return page.evaluate(async (id) => {
      const { management, developerPrivate } = (globalThis as unknown as Privileged).chrome
      const refused = (change: Promise<void>) => change.then(() => false).catch(() => true)
      const tries = [management.setEnabled(id, false), developerPrivate.removeMultipleExtensions([id])]
      return (await Promise.all(tries.map(refused))).every(Boolean)
    }, id)
  }

  const { publish } = fleet
  return { internet, publish, policies, start, stop, close, browsersPage, installed, installedAs, resists }
}

/** Visits until the page is as expected, and gives what it shows then. */
export async function eventually(
  { browser }: Launched,
  url: string,
  is: (text: string) => boolean,
  ms = 30_000,
): Promise<string> {
  let tab = await browser.newPage()
  const end = Date.now() + ms
  for (;;) {
    // An extension that goes takes its block page's tab along.
    if (tab.isClosed()) tab = await browser.newPage()
    void visit(tab, url)
    const { text } = await until(tab, (now) => is(now.text), 1500)
    if (is(text) || Date.now() > end) {
      await closeTab(tab)
      return text
    }
    await wait(300)
  }
}
