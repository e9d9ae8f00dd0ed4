import type { Issue } from '../../order/issue.ts'
import { expectationText, togetherOf } from '../../policy/expectation.ts'
import { channelWarnings } from './channels.ts'
import { adminConsoleFile } from './admin-console.ts'
import { admxFiles } from './admx.ts'
import { chromiumPolicies, type ChromiumName } from './chromium.ts'
import type { BrowserName, KitConfig } from './config.ts'
import { failSafeHosts, type FailSafeHosts } from './fail-safe.ts'
import type { KitFile } from './files.ts'
import { firefoxPolicies } from './firefox.ts'
import { guideFiles } from './guide.ts'
import { mostListedHosts } from './layers.ts'
import { chromiumFiles, firefoxFile, linuxScripts } from './linux.ts'
import { chromiumPayloads, firefoxPayloads, mobileconfig, type Uuid } from './mobileconfig.ts'
import { chromiumKeys, firefoxKeys, registryFile, removing } from './windows-registry.ts'

interface Kit {
  files: KitFile[]
  /** Warnings: what was left out, or will not work everywhere. */
  warnings: Issue[]
}

/** Things that a kit is made with, beside its configuration. */
export interface Making {
  /** Epoch milliseconds: the orders in force then are on the fail-safe list. */
  now: number
  uuid: Uuid
  /** SHA-256 of a text, hexadecimal. */
  digest(text: string): string
}

/** The settings with the word of how many orders they bring, and which: a part that is lost on the way is noticed. */
function withExpectation(config: KitConfig, digest: Making['digest'], now: number): KitConfig {
  const texts = config.policy.orders.map(({ text }) => text)
  if (texts.length === 0) return config
  const together = digest(togetherOf(texts.map(digest)))
  const revision = config.revision ?? `${new Date(now).toISOString().slice(0, 10)} ${together.slice(0, 8)}`
  const expects = expectationText({ count: texts.length, digest: together, revision })
  return { ...config, settings: { ...config.settings, expects } }
}

/**
 * Everything that puts Writ into the browsers of a fleet, from one configuration.
 */
export function kit(asked: KitConfig, { now, uuid, digest }: Making): Kit {
  const config = withExpectation(asked, digest, now)
  const { hosts, warnings } = limited(config, now)
  const { chromium, firefox } = config.install
  const ids = Object.fromEntries(
    config.browsers.map((browser) => [browser, browser === 'firefox' ? firefox.id : chromium.id]),
  ) as Partial<Record<BrowserName, string>>
  const forFirefox = firefoxPolicies(config, hosts)
  const forChrome = chromiumPolicies(config, 'chrome', hosts)
  const files = [
    ...guideFiles({
      config,
      hosts,
      chromiumSettings: { [chromium.id]: forChrome.extension },
      firefoxSettings: forFirefox['ExtensionSettings'] as object,
    }),
    ...config.browsers.flatMap((browser) =>
      browser === 'firefox' ? firefoxKit(config, forFirefox, uuid) : chromiumKit(config, browser, hosts, uuid),
    ),
    ...linuxScripts(config.browsers),
    ...admxFiles(ids),
    ...(config.browsers.includes('chrome') ? [adminConsoleFile(config.settings)] : []),
  ]
  return { files, warnings: [...warnings, ...channelWarnings(config.settings)] }
}

function chromiumKit(config: KitConfig, browser: ChromiumName, hosts: FailSafeHosts, uuid: Uuid): KitFile[] {
  const { id } = config.install.chromium
  const policies = chromiumPolicies(config, browser, hosts)
  const keys = chromiumKeys(browser, id, policies)
  const payloads = chromiumPayloads(id, policies.extension, policies.settings, policies.layers)
  return [
    ...chromiumFiles(browser, id, policies),
    registryFile(`windows/${browser}.reg`, keys),
    registryFile(`windows/remove-${browser}.reg`, removing(keys)),
    mobileconfig({ browser, organisation: config.organisation, payloads }, uuid),
  ]
}

function firefoxKit(config: KitConfig, policies: Record<string, unknown>, uuid: Uuid): KitFile[] {
  const keys = firefoxKeys(config.install.firefox.id, policies)
  const { organisation } = config
  return [
    firefoxFile(policies),
    registryFile('windows/firefox.reg', keys),
    registryFile('windows/remove-firefox.reg', removing(keys)),
    mobileconfig({ browser: 'firefox', organisation, payloads: firefoxPayloads(policies) }, uuid),
  ]
}

/** Browsers ignore the entries beyond their limit: so that none is ignored unseen, none is written then. */
function limited(config: KitConfig, now: number): { hosts: FailSafeHosts; warnings: Issue[] } {
  if (config.layers.failSafe !== 'on') return { hosts: none, warnings: [] }
  const hosts = failSafeHosts(config, now)
  const count = hosts.hosts.length + hosts.exactHosts.length
  if (count <= mostListedHosts) return { hosts, warnings: [] }
  const message = `the orders block ${count} hosts, and browsers' own lists take ${mostListedHosts}: the fail-safe list is left out`
  return {
    hosts: none,
    warnings: [{ code: 'fail-safe-too-long', path: 'layers.failSafe', message }],
  }
}

const none: FailSafeHosts = { hosts: [], exactHosts: [], openHosts: [] }
