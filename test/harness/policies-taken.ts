import type { Page } from 'puppeteer-core'
import { until, type Launched } from './launch.mjs'

/** What a real browser takes of the policies in its folder. */
export interface Taken {
  installs: boolean
  /** How many settings of Writ arrive. */
  settings: number
  /** Ways around that are closed. */
  closed: string[]
}

type Values = Record<string, unknown>

interface ChromiumsPage {
  chrome: { send(message: string): void }
  /** What the browser said each time that it had read its policies. */
  heard: { policyGroups: Record<string, { policies: Record<string, { value: unknown; error?: string }> }> }[]
}

interface FirefoxsPage {
  Services: {
    obs: { notifyObservers(subject: null, topic: string): void }
    policies: { status: number; getActivePolicies(): Values | undefined }
  }
}

/** The browser's own page of policies, which can have them read anew: one start serves many cases. */
export async function policiesPage({ name, browser }: Launched): Promise<Page> {
  const page = await browser.newPage()
  const address = name === 'firefox' ? 'about:policies' : 'chrome://policy/'
  void page.goto(address, { waitUntil: [] }).catch(() => undefined)
  await until(page, ({ url }) => url.startsWith(address))
  // As a text: the test runner would take the import for one of its own.
  if (name === 'chromium')
    await page.evaluate(`(async () => {
      globalThis.heard = []
      const { addWebUiListener } = await import('chrome://resources/js/cr.js')
      addWebUiListener('policies-updated', (names, said) => heard.push(said))
      chrome.send('listenPoliciesUpdates')
      while (heard.length === 0) await new Promise((done) => setTimeout(done, 20))
    })()`)
  return page
}

/**
 * A policy that no case sets: a message of an earlier reading may still be on its way, and this tells which one it is of.
 *
 * @param turn a number for each case
 */
export function turnFile(turn: number): { name: string; text: string } {
  return { name: 'zz-turn.json', text: JSON.stringify({ NewTabPageLocation: turnAddress(turn) }) }
}

function turnAddress(turn: number): string {
  return `https://turn-${turn}.example/`
}

export async function takenByChromium(page: Page, id: string, loadedId: string, turn: number): Promise<Taken> {
  const groups = await page.evaluate(async (address) => {
    const { chrome, heard } = globalThis as unknown as ChromiumsPage
    const isOfTurn = () => heard.at(-1)?.policyGroups['chrome']?.policies['NewTabPageLocation']?.value === address
    chrome.send('reloadPolicies')
    while (!isOfTurn()) await new Promise((done) => setTimeout(done, 20))
    return heard.at(-1)!.policyGroups
  }, turnAddress(turn))
  const valuesOf = (group: string): Values =>
    Object.fromEntries(
      Object.entries(groups[group]?.policies ?? {}).flatMap(([key, { value, error }]) => (error ? [] : [[key, value]])),
    )
  const policies = valuesOf('chrome')
  const list = (policies['ExtensionInstallForcelist'] ?? []) as string[]
  const entry = ((policies['ExtensionSettings'] ?? {}) as Record<string, Values>)[id]
  const mandatory = (policies['MandatoryExtensionsForIncognitoNavigation'] ?? []) as string[]
  return {
    installs: entry?.['installation_mode'] === 'force_installed' || list.some((one) => one.startsWith(id)),
    settings: Object.keys(valuesOf(loadedId)).length,
    closed: [
      ...(policies['IncognitoModeAvailability'] === 1 || mandatory.includes(id) ? ['private windows'] : []),
      ...(policies['BrowserGuestModeEnabled'] === false ? ['guest'] : []),
    ],
  }
}

export async function takenByFirefox(page: Page, id: string): Promise<Taken> {
  const policies = await page.evaluate(async () => {
    const { Services } = globalThis as unknown as FirefoxsPage
    const { policies } = Services
    Services.obs.notifyObservers(null, 'EnterprisePolicies:Restart')
    // Between two readings the state is "not initialised".
    do await new Promise((done) => setTimeout(done, 50))
    while (policies.status < 0)
    return policies.status === 1 ? (policies.getActivePolicies() ?? {}) : {}
  })
  const { ExtensionSettings, DisableSafeMode, '3rdparty': thirdParty } = policies as Record<string, Values | undefined>
  const entry = ExtensionSettings?.[id] as Values | undefined
  const extensions = thirdParty?.['Extensions'] as Record<string, Values> | undefined
  return {
    installs: entry?.['installation_mode'] === 'force_installed' && typeof entry['install_url'] === 'string',
    settings: Object.keys(extensions?.[id] ?? {}).length,
    closed: [
      ...(entry?.['private_browsing'] === true ? ['private windows'] : []),
      ...(DisableSafeMode ? ['troubleshoot mode'] : []),
    ],
  }
}
