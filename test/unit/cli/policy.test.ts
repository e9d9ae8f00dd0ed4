import { describe, expect, it } from 'vitest'
import config from '../../fixtures/kit/config.json' with { type: 'json' }
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { writ } from './memory-world.ts'

const install = config.install
const minimalConfig = { organisation: 'A school', install }

describe('writ policy', () => {
  it('makes a kit, and keeps what it was made from', async () => {
    const { code, out, written } = await writ(['policy', 'kit.json', '--out', 'out'], { 'kit.json': config })
    expect(code).toBe(0)
    expect(out).toContain('kit-order')
    expect(written.size).toBeGreaterThan(30)
    expect(JSON.parse(written.get('out/config.json')!.toString())).toEqual(config)
    const again = await writ(['policy', 'out/config.json', '--out', 'out'], {
      'out/config.json': written.get('out/config.json')!.toString(),
    })
    expect(again.written).toEqual(written)
  })

  it('writes for Windows as its registry editor reads', async () => {
    const { written } = await writ(['policy', 'kit.json', '--out', 'out'], { 'kit.json': config })
    const bytes = written.get('out/windows/chrome.reg')!
    expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe])
    expect(bytes.toString('utf16le').slice(1)).toMatch(/^Windows Registry Editor Version 5\.00\r\n/)
  })

  it('takes orders and the packages’ description from files beside the configuration', async () => {
    const { code, written } = await writ(['policy', '/site/kit.json', '--out', 'out'], {
      '/site/kit.json': { ...minimalConfig, install: 'install.json', settings: { orders: ['orders/a.json'] } },
      '/site/install.json': install,
      '/site/orders/a.json': minimal,
    })
    expect(code).toBe(0)
    const { settings } = JSON.parse(written.get('out/config.json')!.toString())
    expect(settings.orders).toEqual([minimal])
  })

  it.each([
    ['a file that is not there', { ...minimalConfig, settings: { orders: ['a.json'] } }, 'settings.orders[0]'],
    [
      'an order that is none',
      { ...minimalConfig, settings: { orders: [{ ...minimal, targets: ['com'] }] } },
      'settings.orders[0].targets[0]',
    ],
    [
      'a setting of the wrong type',
      { ...minimalConfig, settings: { allowUserOrders: 'no' } },
      'settings.allowUserOrders',
    ],
    ['an unknown setting', { ...minimalConfig, settings: { afterterm: 'stop' } }, 'it is written "afterTerm"'],
    ['an unknown layer', { ...minimalConfig, layers: { privateWindow: 'closed' } }, 'layers.privateWindow'],
    ['a choice that there is not', { ...minimalConfig, layers: { privateWindows: 'shut' } }, 'layers.privateWindows'],
    ['a key that is not known', { ...minimalConfig, setings: {} }, 'setings'],
    ['an unknown browser', { ...minimalConfig, browsers: ['opera'] }, 'browsers[0]'],
    [
      'a bad id',
      { ...minimalConfig, install: { ...install, chromium: { id: 'x', updateUrl: 'https://a.example/' } } },
      'install.chromium.id',
    ],
    [
      'a path where an address was meant',
      { ...minimalConfig, install: { ...install, firefox: { id: 'a@b', url: '/srv/a.xpi' } } },
      'install.firefox.url',
    ],
    ['no packages', { organisation: 'A school' }, 'dist/packages/install.json'],
    ['no organisation', { install }, 'organisation'],
    ['a list', [], 'must be an object'],
    ['text that is not JSON', '{"organisation": ', 'is not JSON'],
  ])('writes nothing for %s, and says where', async (_, content, place) => {
    const { code, error, written } = await writ(['policy', 'kit.json', '--out', 'out'], { 'kit.json': content })
    expect(code).toBe(1)
    expect(error).toContain(place)
    expect(written.size).toBe(0)
    const spoken = await writ(['policy', 'kit.json', '--out', 'out', '--json'], { 'kit.json': content })
    expect(JSON.parse(spoken.out)).toMatchObject({ ok: false, issues: [{ code: expect.any(String) }] })
  })

  it('asks where there is no configuration', async () => {
    const answers = ['A school', 'install.json', 'a.json', '', 'Help desk', 'https://help.example/', 'open']
    const files = {
      'install.json': install,
      [`${process.cwd()}/install.json`]: install,
      [`${process.cwd()}/a.json`]: minimal,
    }
    const { code, error, written } = await writ(['policy', '--out', 'out'], files, answers)
    expect(error).toBe('')
    expect(code).toBe(0)
    const made = JSON.parse(written.get('out/config.json')!.toString())
    expect(made).toMatchObject({
      organisation: 'A school',
      settings: { orders: [minimal], supportName: 'Help desk', supportUrl: 'https://help.example/' },
      layers: { privateWindows: 'open', guestWindows: 'closed' },
    })
  })

  it.each([
    [['policy']],
    [['policy', 'kit.json']],
    [['policy', '--out', 'out']],
    [['policy', 'a.json', 'b.json', '--out', 'out']],
    [['policy', 'check']],
    [['policy', 'check', 'a', 'b']],
    [['policy', 'show']],
    [['policy', 'show', '--jsno', 'a']],
  ])('%j is a wrong command line', async (args) => expect((await writ(args)).code).toBe(2))
})

describe('writ policy check', () => {
  it('says of a kit what it brings about, and finds nothing in it', async () => {
    const { written } = await writ(['policy', 'kit.json', '--out', 'out'], { 'kit.json': config })
    const { code, out } = await writ(['policy', 'check', 'out'], Object.fromEntries(written))
    expect(out.split('\n').filter((line) => !/in force today/.test(line))).toEqual([])
    expect(out).toContain(`out/linux/edge/: installs Writ (${install.chromium.id}) in Edge; `)
    expect(code).toBe(0)
  })

  it('says what it finds, to people and to programs', async () => {
    const files = { 'p/10.json': { IncognitoModeAvailability: 3 } }
    const { code, out } = await writ(['policy', 'check', 'p'], files)
    expect(code).toBe(1)
    expect(out.split('\n').at(-1)).toBe(
      'p/10.json: IncognitoModeAvailability: must be one of 0, 1, 2, not 3: the policy is ignored [policy-value]',
    )
    const spoken = await writ(['policy', 'check', 'p', '--json'], files)
    expect(JSON.parse(spoken.out)).toMatchObject({ ok: false, findings: [{ file: 'p/10.json', code: 'policy-value' }] })
  })

  it.each([
    ['a folder that is not there', {}, 'no such folder'],
    [
      'a folder without policies',
      { 'p/readme.txt': 'x' },
      'holds no policy file (.json, .reg, .mobileconfig, .plist, .xml)',
    ],
  ])('fails on %s', async (_, files, message) => {
    const { code, error } = await writ(['policy', 'check', 'p'], files)
    expect(code).toBe(1)
    expect(error).toContain(message)
  })
})

describe('writ policy show', () => {
  const settings = { orders: [JSON.stringify(minimal)], afterTerm: 'continue', supportName: 'Help' }
  const id = install.chromium.id
  const chromium = { 'p/20.json': { '3rdparty': { extensions: { [id]: settings } } } }

  it('reads a policy as the extension does', async () => {
    const { code, out } = await writ(['policy', 'show', 'p'], chromium)
    expect(code).toBe(0)
    expect(out).toContain('afterTerm: "continue"')
    expect(out).toContain(`order ${minimal.id} v1`)
    expect(out).toContain('in-force')
  })

  it('counts an order’s targets wherever they stand', async () => {
    const measures = [{ kind: 'block', addressees: [], targets: ['a.tv', 'b.tv'] }]
    const order = JSON.stringify({ ...minimal, measures, targets: [] })
    const { out } = await writ(['policy', 'show', 'p.json'], { 'p.json': { orders: [order] } })
    expect(out).toContain('; 2 targets; ')
  })

  it('takes Firefox’s file, the console’s, and bare settings', async () => {
    const firefox = { p: { policies: { '3rdparty': { Extensions: { 'writ@school.example': settings } } } } }
    const values = Object.fromEntries(Object.entries(settings).map(([key, Value]) => [key, { Value }]))
    for (const content of [firefox.p, values, settings]) {
      const { out } = await writ(['policy', 'show', 'p.json', '--json'], { 'p.json': content })
      expect(JSON.parse(out)).toMatchObject({
        settings: { afterTerm: 'continue', supportName: 'Help' },
        orders: [{ id: minimal.id, status: 'in-force' }],
        issues: [],
      })
    }
  })

  it('joins files as Chromium does: the last in the alphabet holds, and what has the wrong type is dropped', async () => {
    const more = { 'p/30.json': { '3rdparty': { extensions: { [id]: { afterTerm: 'stop', supportName: 5 } } } } }
    const { out } = await writ(['policy', 'show', 'p', '--json'], { ...more, ...chromium })
    expect(JSON.parse(out)).toMatchObject({
      settings: { afterTerm: 'stop' },
      issues: [{ code: 'wrong-type', path: 'supportName' }],
    })
    expect(JSON.parse(out).settings).not.toHaveProperty('supportName')
  })

  it('says what cannot be used', async () => {
    const files = { 'p/20.json': { '3rdparty': { extensions: { [id]: { ...settings, scope: 'all' } } } } }
    const { code, out } = await writ(['policy', 'show', 'p'], files)
    expect(code).toBe(1)
    expect(out).toContain('cannot be used: scope')
  })

  it('fails where there is nothing of Writ, and where there are several browsers', async () => {
    expect((await writ(['policy', 'show', 'p'], { 'p/a.json': { URLBlocklist: [] } })).error).toContain(
      'no settings of Writ',
    )
    const both = { 'p/a/20.json': chromium['p/20.json'], 'p/b/20.json': chromium['p/20.json'] }
    expect((await writ(['policy', 'show', 'p'], both)).error).toContain('several browsers')
  })
})
