import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { parse as parsePlist } from 'plist'
import { describe, expect, it } from 'vitest'
import manifest from '../../../manifest.json' with { type: 'json' }
import schema from '../../../public/managed_schema.json' with { type: 'json' }
import { nameUuid } from '../../../src/cli/name-uuid.ts'
import { sha256 } from '../../../src/cli/sha256.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { checkPolicies } from '../../../src/deployment/check/check.ts'
import { managedParts } from '../../../src/deployment/check/managed-settings.ts'
import { policyFiles } from '../../../src/deployment/check/policy-file.ts'
import { readConfig, type KitConfig } from '../../../src/deployment/kit/config.ts'
import { kit } from '../../../src/deployment/kit/kit.ts'
import { layers } from '../../../src/deployment/kit/layers.ts'
import titles from '../../../src/deployment/kit/setting-titles.fr.json' with { type: 'json' }
import { readPolicy } from '../../../src/policy/policy.ts'
import document from '../../fixtures/kit/config.json' with { type: 'json' }
import { readRegistry } from './registry-reader.ts'

const now = Date.parse('2026-11-24T00:00:00Z')

function configOf(changes: object = {}): KitConfig {
  const read = readConfig({ ...document, ...changes })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

const config = configOf()
const { files, warnings } = kit(config, { now, uuid: nameUuid, digest: sha256 })
/** As they lie in the kit's folder. */
const bytes = files.map(({ path, text, encoding }) => ({ path, bytes: Buffer.from(text, encoding ?? 'utf8') }))
const textOf = (path: string, from = files) => from.find((file) => file.path === path)!.text
const json = (path: string, from = files) => JSON.parse(textOf(path, from))
const { id } = document.install.chromium
const firefoxId = document.install.firefox.id
const chromiums = ['chrome', 'edge', 'chromium'] as const

/** What the extension must find, whatever the way there. */
const orders = document.settings.orders.map((order) => JSON.stringify(order))
const expects = `1 order, sha256 ${sha256(sha256(orders[0]!))}, revision 2026-11-24 ${sha256(sha256(orders[0]!)).slice(0, 8)}`
const settings = { ...document.settings, orders, expects }

/** A value as Chromium reads it from the registry, by the schema: JSON texts for lists and objects, numbers for booleans. */
function fromRegistry(values: Record<string, string | number>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const { type } = schema.properties[name as keyof typeof schema.properties]
      return [name, type === 'boolean' ? value === 1 : type === 'string' ? value : JSON.parse(value as string)]
    }),
  )
}

describe('a kit', () => {
  it('has no warning', () => expect(warnings).toEqual([]))

  it.each([
    ['organisation', { organisation: 'A\u0007 school' }],
    ['organisation', { organisation: 'A\nschool' }],
    ['install.chromium.updateUrl', { chromium: { updateUrl: 'https://a.example/x\n"Other"="1"' } }],
    ['install.firefox.url', { firefox: { url: 'https://a.example/\u0000x' } }],
  ])('is not made where %s has a line break or a control character', (path, changes) => {
    const { organisation = document.organisation, ...install } = changes as { organisation?: string }
    const { chromium, firefox } = { chromium: {}, firefox: {}, ...install }
    const read = readConfig({
      ...document,
      organisation,
      install: {
        chromium: { ...document.install.chromium, ...chromium },
        firefox: { ...document.install.firefox, ...firefox },
      },
    })
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path])
  })

  it('is shown for this extension', () => expect(firefoxId).toBe(manifest.browser_specific_settings.gecko.id))

  it('is the same each time', () =>
    expect(kit(configOf(), { now, uuid: nameUuid, digest: sha256 }).files).toEqual(files))

  it.each(files.map(({ path, text }) => ({ path, text })))('$path is as it was reviewed', async ({ path, text }) => {
    await expect(text.replaceAll('\r\n', '\n').replace('\ufeff', '')).toMatchFileSnapshot(
      join('../../fixtures/kit/expected', `${path}.txt`),
    )
  })

  it('has nothing that its own check would find', () => {
    const { findings, standings } = checkPolicies(bytes, now)
    expect(findings).toEqual([])
    for (const { installs, settings, wanting, orders } of standings)
      expect({ installs, wanting, inForce: orders.some(({ inForce }) => inForce) }).toEqual({
        installs: true,
        wanting: [],
        inForce: settings > 0,
      })
  })

  it('is read back by its own check as it was meant, file by file', () => {
    const { files: read, broken } = policyFiles(bytes)
    expect(broken).toEqual([])
    const parts = read.flatMap((file) => managedParts(file, new Set([id, firefoxId])))
    // Four browsers by registry and by profile, three folders of Linux, Firefox's file and the console's.
    expect(parts).toHaveLength(4 + 4 + 3 + 1 + 1)
    for (const part of parts) expect(part.settings).toEqual(settings)
    for (const { kind, path, policies } of read.filter(({ policies }) => 'ExtensionSettings' in policies))
      expect([path, Object.keys(policies['ExtensionSettings'] as object)]).toEqual([
        path,
        [kind === 'firefox' ? firefoxId : id],
      ])
  })

  it('brings the settings to Chromium on Linux, apart from the installation', () => {
    for (const browser of chromiums) {
      const install = json(`linux/${browser}/10-writ-install.json`)
      expect(Object.keys(install)).toEqual(['ExtensionSettings'])
      expect(install.ExtensionSettings[id]).toMatchObject({
        installation_mode: 'force_installed',
        update_url: document.install.chromium.updateUrl,
        override_update_url: true,
      })
      expect(json(`linux/${browser}/20-writ-settings.json`)).toEqual({ '3rdparty': { extensions: { [id]: settings } } })
    }
  })

  it('brings them to Firefox', () => {
    const { policies } = json('firefox/policies.json')
    expect(policies['3rdparty'].Extensions[firefoxId]).toEqual(settings)
    expect(policies.ExtensionSettings[firefoxId]).toMatchObject({
      install_url: document.install.firefox.url,
      private_browsing: true,
    })
    expect(policies).not.toHaveProperty('Preferences')
    const unsigned = kit(configOf({ unsignedInFirefoxEsr: true }), { now, uuid: nameUuid, digest: sha256 }).files
    expect(json('firefox/policies.json', unsigned).policies.Preferences).toEqual({
      'xpinstall.signatures.required': { Value: false, Status: 'locked' },
    })
  })

  it('brings them to the Windows registry, and takes all of it away again', () => {
    const roots = { chrome: 'Google\\Chrome', edge: 'Microsoft\\Edge', chromium: 'Chromium' }
    for (const browser of chromiums) {
      const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${roots[browser]}`
      const { keys, deleted } = readRegistry(textOf(`windows/${browser}.reg`))
      expect(fromRegistry(keys.get(`${root}\\3rdparty\\extensions\\${id}\\policy`)!)).toEqual(settings)
      expect(keys.get(`${root}\\ExtensionSettings\\${id}`)).toMatchObject({
        installation_mode: 'force_installed',
        override_update_url: 1,
      })
      expect(keys.get(root)).toMatchObject({ BrowserGuestModeEnabled: 0 })
      const removal = readRegistry(textOf(`windows/remove-${browser}.reg`))
      for (const [key, values] of keys)
        for (const name of Object.keys(values))
          expect(removal.deleted.has(key) || removal.deletedValues.has(`${key}\\${name}`)).toBe(true)
      // Other extensions' entries and other policies are nobody's business here.
      for (const key of [...deleted, ...removal.deleted]) expect(key).toContain(id)
    }
  })

  it('brings them to Firefox by the registry', () => {
    const { keys } = readRegistry(textOf('windows/firefox.reg'))
    const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox'
    expect(fromRegistry(keys.get(`${root}\\3rdparty\\Extensions\\${firefoxId}`)!)).toEqual(settings)
    expect(JSON.parse(keys.get(root)!['ExtensionSettings'] as string)).toEqual(
      json('firefox/policies.json').policies.ExtensionSettings,
    )
  })

  it('brings them to macOS', () => {
    const domains = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge', chromium: 'org.chromium.Chromium' }
    for (const browser of chromiums) {
      const profile = parsePlist(textOf(`macos/writ-${browser}.mobileconfig`)) as unknown as Profile
      expect(profile.PayloadOrganization).toBe(document.organisation)
      const payloads = new Map(profile.PayloadContent.map((payload) => [payload.PayloadType, payload]))
      expect(payloads.get(`${domains[browser]}.extensions.${id}`)).toMatchObject(settings)
      expect(payloads.get(domains[browser])!['ExtensionSettings']).toEqual(
        json(`linux/${browser}/10-writ-install.json`).ExtensionSettings,
      )
      expect(payloads.get(domains[browser])).toMatchObject(json(`linux/${browser}/30-writ-layers.json`))
    }
    const [payload] = (parsePlist(textOf('macos/writ-firefox.mobileconfig')) as unknown as Profile).PayloadContent
    expect(payload).toMatchObject({ EnterprisePoliciesEnabled: true, ...json('firefox/policies.json').policies })
  })

  it('gives each profile and payload an identity of its own', () => {
    const profiles = files.filter(({ path }) => path.endsWith('.mobileconfig'))
    const all = profiles.flatMap(({ text }) => [...text.matchAll(/<key>PayloadUUID<\/key>\s*<string>(.*?)</g)])
    const uuids = all.map(([, uuid]) => uuid!)
    expect(new Set(uuids).size).toBe(uuids.length)
    for (const uuid of uuids) expect(uuid).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-5[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/)
  })

  it('brings them to the Admin console', () => {
    const values = Object.entries(settings).map(([key, value]) => [key, { Value: value }])
    expect(json('admin-console/writ-settings.json')).toEqual(Object.fromEntries(values))
  })

  it('has a guide in each language that says every layer and how to take it away', () => {
    for (const path of ['README.md', 'LISEZMOI.md']) {
      const text = textOf(path)
      for (const { name } of layers) expect(text).toContain(`\`${name}\``)
      for (const part of [id, firefoxId, '--disable-extensions', 'linux/remove.sh']) expect(text).toContain(part)
      expect(text).not.toMatch(/\{\{|undefined/)
    }
  })
})

interface Profile {
  PayloadOrganization: string
  PayloadContent: ({ PayloadType: string } & Record<string, unknown>)[]
}

describe('the administrative templates', () => {
  const admx = new DOMParser().parseFromString(textOf('windows/admx/writ.admx'), 'text/xml')
  const policies = [...admx.getElementsByTagName('policy')]

  it('have every setting for every browser, at the place that the browser reads', () => {
    const names = Object.keys(schema.properties)
    expect(policies.map((policy) => policy.getAttribute('name')).toSorted()).toEqual(
      ['chrome', 'edge', 'chromium', 'firefox']
        .flatMap((browser) => names.map((name) => `${browser}_${name}`))
        .toSorted(),
    )
    const registry = readRegistry(textOf('windows/edge.reg'))
    for (const policy of policies.filter((one) => one.getAttribute('name')!.startsWith('edge_')))
      expect(registry.keys.has(`HKEY_LOCAL_MACHINE\\${policy.getAttribute('key')}`)).toBe(true)
  })

  it.each(['en-US', 'fr-FR'])('refer to nothing that is not in %s', (language) => {
    const adml = new DOMParser().parseFromString(textOf(`windows/admx/${language}/writ.adml`), 'text/xml')
    const ids = (tag: string) => new Set([...adml.getElementsByTagName(tag)].map((one) => one.getAttribute('id')))
    const wanted = (kind: string) =>
      [...textOf('windows/admx/writ.admx').matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(
        ([, one]) => one!,
      )
    for (const name of wanted('string')) expect(ids('string')).toContain(name)
    for (const name of wanted('presentation')) expect(ids('presentation')).toContain(name)
    for (const one of adml.getElementsByTagName('string')) expect(one.textContent).not.toBe('')
  })

  it('have a French title for every setting', () => {
    expect(Object.keys(titles).toSorted()).toEqual(Object.keys(schema.properties).toSorted())
  })
})

describe('the layers', () => {
  const layersOf = (chosen: object, browser = 'chrome') => {
    const made = kit(configOf({ layers: chosen }), { now, uuid: nameUuid, digest: sha256 }).files
    return browser === 'firefox'
      ? json('firefox/policies.json', made).policies
      : json(`linux/${browser}/30-writ-layers.json`, made)
  }

  it('close what an administrator expects to be closed, unless told otherwise', () => {
    expect(layersOf({})).toEqual({
      IncognitoModeAvailability: 1,
      BrowserGuestModeEnabled: false,
      DeveloperToolsAvailability: 0,
      ExtensionInstallTypeBlocklist: ['command_line'],
      ExtensionDeveloperModeSettings: 1,
    })
    expect(layersOf({}, 'firefox')).toMatchObject({
      DisablePrivateBrowsing: true,
      DisableSafeMode: true,
      BlockAboutConfig: true,
    })
  })

  it('have the names of each browser', () => {
    const chosen = { privateWindows: 'covered', newProfiles: 'closed', developerTools: 'closed' }
    expect(layersOf(chosen)).toMatchObject({
      MandatoryExtensionsForIncognitoNavigation: [id],
      BrowserAddPersonEnabled: false,
      DeveloperToolsAvailability: 2,
    })
    expect(layersOf(chosen, 'edge')).toMatchObject({
      MandatoryExtensionsForInPrivateNavigation: [id],
      BrowserAddProfileEnabled: false,
    })
    expect(layersOf(chosen, 'firefox')).toMatchObject({ BlockAboutProfiles: true, DisableDeveloperTools: true })
  })

  it('can all be left open', () => {
    const open = Object.fromEntries(layers.map(({ name }) => [name, name === 'failSafe' ? 'off' : 'open']))
    expect(layersOf(open)).toEqual({ DeveloperToolsAvailability: 1 })
  })

  it('put on the browser’s own list what is in force, without what stays open', () => {
    const chrome = json('linux/chrome/30-writ-layers.json')
    expect(chrome.URLBlocklist).toContain('a.example.com')
    expect(chrome.URLBlocklist).toContain('dpstream.tv')
    // Exempt as a whole; and a page is not its site.
    expect(chrome.URLBlocklist).not.toContain('b.example.com')
    expect(chrome.URLBlocklist).not.toContain('c.example.com')
    expect(chrome.URLAllowlist).toEqual(['good.a.example.com'])
    const { WebsiteFilter } = json('firefox/policies.json').policies
    expect(WebsiteFilter.Block).toContain('*://*.a.example.com/*')
    expect(WebsiteFilter.Exceptions).toEqual(['*://*.good.a.example.com/*'])
  })

  it('put on it what the extension applies by itself: each bundled order as it comes', () => {
    const chosen = { settings: { afterTerm: 'continue' }, layers: { failSafe: 'on' } }
    const { URLBlocklist } = json(
      'linux/chrome/30-writ-layers.json',
      kit(configOf(chosen), { now, uuid: nameUuid, digest: sha256 }).files,
    )
    expect(URLBlocklist).toContain('dpstream.tv')
    // Listed alone, whatever its term.
    expect(URLBlocklist).not.toContain('t411.me')
  })

  it('put on it of two orders with one id the administrator’s alone', () => {
    const [order] = document.settings.orders
    const orders = [{ ...order, id: 'fr-tgi-paris-11-60013' }]
    const bundledOrders = ['fr-tgi-paris-11-60013:beyond-term']
    const chosen = configOf({ settings: { orders, bundledOrders }, layers: { failSafe: 'on' } })
    const { URLBlocklist } = json(
      'linux/chrome/30-writ-layers.json',
      kit(chosen, { now, uuid: nameUuid, digest: sha256 }).files,
    )
    expect(URLBlocklist).toEqual(['a.example.com', 'b.example.com'])
  })

  it('put a name that is blocked alone on it in each browser’s own way, and none with a port', () => {
    const [order] = document.settings.orders
    const targets = [{ host: 'www.b.tv' }, { host: 'b.tv:8443' }, 'a.tv', { host: 'www.a.tv' }]
    const chosen = configOf({ settings: { orders: [{ ...order, targets }] }, layers: { failSafe: 'on' } })
    const { files } = kit(chosen, { now, uuid: nameUuid, digest: sha256 })
    expect(json('linux/chrome/30-writ-layers.json', files).URLBlocklist).toEqual(['a.tv', '.www.b.tv'])
    const { WebsiteFilter } = json('firefox/policies.json', files).policies
    expect(WebsiteFilter.Block).toEqual(['*://*.a.tv/*', '*://www.b.tv/*'])
  })

  it('put nothing on it when it is too long, and say so', () => {
    const [order] = document.settings.orders
    const targets = Array.from({ length: 1_001 }, (_, n) => `site${n}.example.com`)
    const many = configOf({ settings: { orders: [{ ...order, targets }] }, layers: { failSafe: 'on' } })
    const made = kit(many, { now, uuid: nameUuid, digest: sha256 })
    expect(json('linux/chrome/30-writ-layers.json', made.files)).not.toHaveProperty('URLBlocklist')
    expect(made.warnings).toContainEqual(
      expect.objectContaining({ code: 'fail-safe-too-long', path: 'layers.failSafe' }),
    )
  })

  it('say which ways to a machine the settings are too large for', () => {
    const [order] = document.settings.orders
    const targets = Array.from({ length: 50_000 }, (_, n) => `site${n}.example.com`)
    const { warnings } = kit(configOf({ settings: { orders: [{ ...order, targets }] }, layers: {} }), {
      now,
      uuid: nameUuid,
      digest: sha256,
    })
    expect(warnings).toEqual([expect.objectContaining({ code: 'too-large-for-channel', path: 'settings.orders' })])
    for (const channel of ['Intune', 'Registry.pol', 'OMA-URI', 'Windows registry'])
      expect(warnings[0]!.message).toContain(channel)
    expect(warnings[0]!.message).not.toContain('Google')
  })
})

describe('a kit’s settings', () => {
  it('are read by the extension as they were meant', () => {
    const policy = readPolicy(json('linux/chrome/20-writ-settings.json')['3rdparty'].extensions[id], parseOrderText)
    expect(policy.issues).toEqual([])
    const { expects, ...read } = policy
    expect(read).toEqual(config.policy)
    expect(expects).toMatchObject({ count: 1, digest: sha256(sha256(orders[0]!)) })
  })
})
