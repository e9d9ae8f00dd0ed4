import { describe, expect, it } from 'vitest'
import { parse } from 'plist'
import { formNames } from '../../../src/export/forms.ts'
import { errorText } from '../../../src/export/structured-error.ts'
import { zoneName } from '../../../src/export/zones.ts'
import { exported, orderWith, textOf } from './orders.ts'

const targets = [
  'a.example',
  'b.a.example',
  { host: 'x.y.a.example' },
  { host: 'c.example' },
  { host: 'd.example:8443' },
  { url: 'https://e.example/films' },
  { ip: '192.0.2.7' },
  { domain: 'lifted.example', liftedOn: '2024-05-01' },
  { domain: 'later.example', addedOn: '2025-05-01' },
  'google.com',
]
const measures = [
  { kind: 'block', addressees: ['A provider'] },
  { kind: 'delist', addressees: ['An engine'], targets: ['delisted.example'] },
]
const decisions = [
  { effect: 'orders', kind: 'judgment', court: 'A "court"\n; of %d', date: '2020-01-31', docket: 'No 1' },
]
const order = orderWith({ targets, measures, decisions, references: [{ db: 'lumen', id: '12345' }] })
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '' && !/^[#!;]/.test(line))

describe('every form', () => {
  it.each(formNames)('%s names the order, its docket and its last day, flat in one folder', (form) => {
    const { files } = exported([order], form)
    expect(files.filter(({ name }) => name.includes('/'))).toEqual([])
    expect(files.at(-1)!.name).toBe('README.txt')
    for (const part of ['test-order', 'No 1', '2030-12-31'])
      expect(files.map(({ text }) => text).join('')).toContain(part)
  })

  it.each(formNames)('%s has nothing that does not count, and says what it leaves out', (form) => {
    const { files, notes } = exported([order], form)
    const lists = files
      .filter(({ name }) => name !== 'README.txt')
      .map(({ text }) => text)
      .join('')
    for (const name of ['lifted.example', 'later.example', 'delisted.example', 'google.com'])
      expect(lists).not.toContain(name)
    expect(lists).toContain('a.example')
    expect(notes.join('\n')).toContain('google.com')
    expect(notes.join('\n')).toMatch(/2 names lie below a listed domain/)
    if (!lists.includes('e.example/films')) expect(notes.join('\n')).toContain('https://e.example/films')
    if (!lists.includes('d.example:8443')) expect(notes.join('\n')).toContain('d.example:8443')
  })

  it.each(formNames)('%s lets no word of a document end its line', (form) => {
    for (const { name, text } of exported([order], form).files) {
      if (name.endsWith('.json') || name.endsWith('.csv') || name.endsWith('.mobileconfig')) continue
      expect(text).not.toMatch(/^\s*; of/m)
    }
  })

  it.each(formNames)('%s has nothing of an order that is not in force then', (form) => {
    const { files, left } = exported([order], form, { at: Date.parse('2031-01-02T12:00:00Z') })
    expect(left).toEqual(['test-order'])
    expect(files.map(({ text }) => text).join('')).not.toContain('a.example')
  })
})

describe('a zone', () => {
  it('has two lines for a domain and one for a host, and nothing that would end a wildcard', () => {
    const text = textOf(exported([order], 'bind'), 'test-order.zone')
    expect(linesOf(text)).toEqual([
      '$TTL 300',
      '@ SOA localhost. nobody.invalid. 1717243200 3600 600 604800 300',
      '@ NS localhost.',
      'a.example CNAME .',
      '*.a.example CNAME .',
      'c.example CNAME .',
    ])
  })

  it('reports names that are too long for it, and does not fail', () => {
    const label = 'a'.repeat(63)
    const name = (length: number) => `${label}.${label}.${label}.${'b'.repeat(length - 3 * 64 - 8)}.example`
    const room = 253 - zoneName('test-order').length - 1
    const names = [name(room - 2), name(room), name(room + 1)]
    const { notes, files } = exported([orderWith({ targets: names })], 'unbound')
    const lines = linesOf(files[0]!.text)
    expect(lines.slice(3)).toEqual([`${names[0]} CNAME .`, `*.${names[0]} CNAME .`, `${names[1]} CNAME .`])
    expect(notes.filter((note) => note.includes('too long')).map((note) => note.split(': ').at(-1))).toEqual(
      names.slice(1),
    )
  })

  it('is not taken for a rule of another kind', () => {
    const { notes, files } = exported([orderWith({ targets: ['32.1.2.0.192.rpz-ip', 'a.example'] })], 'bind')
    expect(files[0]!.text).not.toContain('rpz-ip')
    expect(notes.join()).toContain('32.1.2.0.192.rpz-ip')
  })

  it('is one an order up to 24, then one an authority, then one', () => {
    const orders = (count: number, court: (at: number) => string) =>
      Array.from({ length: count }, (_, at) =>
        orderWith({
          id: `order-${at}`,
          targets: [`n${at}.example`, 'same.example'],
          decisions: [{ ...decisions[0], court: court(at) }],
        }),
      )
    const zones = (...given: Parameters<typeof orders>) =>
      exported(orders(...given), 'bind').files.filter(({ name }) => name.endsWith('.zone'))
    expect(zones(24, () => 'One')).toHaveLength(24)
    const [even, odd, ...more] = zones(26, (at) => (at % 2 ? 'Cour d’appel' : 'Суд'))
    expect([even?.name, odd?.name, more]).toEqual([
      expect.stringMatching(/^fr-[a-z0-9-]+\.zone$/),
      'fr-cour-d-appel.zone',
      [],
    ])
    expect(linesOf(odd!.text).filter((line) => line === 'same.example CNAME .')).toHaveLength(1)
    expect(linesOf(odd!.text)).toHaveLength(3 + 2 * 14)
    expect(zones(25, (at) => `Court ${at}`).map(({ name }) => name)).toEqual(['all-orders.zone'])
  })

  it('has labels of at most 63 characters in its name', () => {
    for (const label of zoneName('x'.repeat(80)).split('.')) expect(label.length).toBeLessThan(64)
  })
})

describe('the text of an extended error', () => {
  it('is JSON of the draft, inside a string of Lua', () => {
    const values = {
      organization: 'An "ISP"\\',
      contacts: ['mailto:a@isp.example'],
      register: 'https://register.example/',
    }
    for (const [form, file] of [
      ['powerdns', 'policy.lua.conf'],
      ['knot', 'kresd.conf'],
    ] as const) {
      const text = textOf(exported([order], form, values), file)
      const [, inner] = /(?:extendedErrorExtra=|DENY_MSG\()"((?:[^"\\]|\\.)*)"/.exec(text)!
      expect(JSON.parse(inner!.replaceAll(/\\(.)/g, '$1'))).toEqual({
        j: 'A "court" ; of %d, 2020-01-31, No 1',
        o: 'An "ISP"\\',
        l: 'en',
        c: ['https://register.example/orders/test-order/', 'mailto:a@isp.example'],
        fdbs: [{ db: 'lumen', id: '12345' }],
      })
    }
  })

  it('has at most the octets that a server takes, and stays JSON', () => {
    const error = {
      j: 'Πρωτοδικείο'.repeat(9),
      o: 'An ISP',
      l: 'el',
      c: ['tel:1', 'tel:2'],
      fdbs: [{ db: 'x', id: '1' }],
    }
    const { j, o, l, c } = error
    const read = (octets: number) => JSON.parse(errorText(error, octets))
    expect(read(300)).toEqual(error)
    expect(read(265)).toEqual({ j, o, l, c })
    expect(read(235)).toEqual({ j, l, c: ['tel:1'] })
    const text = errorText(error, 100)
    expect(Buffer.byteLength(text)).toBeGreaterThan(95)
    expect(Buffer.byteLength(text)).toBeLessThan(101)
    expect(JSON.parse(text)).toEqual({ j: expect.stringMatching(/^Πρωτοδικείο.*…$/), l })
  })

  it('is short enough for Knot Resolver, which would not start', () => {
    const values = { organization: 'Ö'.repeat(200), contacts: ['mailto:a@isp.example'] }
    const text = textOf(exported([order], 'knot', values), 'kresd.conf')
    expect(text).toContain(
      String.raw`DENY_MSG("{\"j\":\"A \\\"court\\\" ; of %d, 2020-01-31, No 1\",\"l\":\"en\",\"c\":[\"mailto:a@isp.example\"]}"`,
    )
  })
})

describe('lists', () => {
  it.each([
    ['dnsmasq', 'test-order.conf', ['address=/a.example/', 'host-record=c.example,0.0.0.0,::']],
    ['pihole', 'test-order.txt', ['||a.example^', 'c.example']],
    ['adguard-home', 'test-order.txt', ['||a.example^', '|c.example^']],
    ['hosts', 'hosts', ['0.0.0.0 a.example', '0.0.0.0 c.example']],
    ['squid', 'test-order.txt', ['.a.example', 'c.example']],
    ['haproxy', 'test-order.names', ['a.example', 'c.example']],
    ['haproxy', 'test-order.below', ['.a.example']],
  ] as const)('%s, %s', (form, file, lines) => {
    expect(linesOf(textOf(exported([order], form), file))).toEqual(lines)
  })

  it('gives nginx a name once, though one order lists it as a domain and another as a host alone', () => {
    const domain = orderWith({ id: 'of-domain', targets: ['a.example'] })
    const host = orderWith({ id: 'of-host', targets: [{ host: 'a.example' }, { host: 'b.example' }] })
    for (const orders of [
      [domain, host],
      [host, domain],
    ]) {
      const lines = linesOf(textOf(exported(orders, 'nginx'), 'orders-map.conf')).filter((line) =>
        line.includes('example'),
      )
      expect(lines).toEqual(['  .a.example of-domain;', '  b.example of-host;'])
    }
  })

  it('says in the first line of a hosts file what it cannot', () => {
    expect(textOf(exported([order], 'hosts'), 'hosts').split('\n')[0]).toContain('names below it')
  })

  it('gives Apple 500 addresses at most, in a profile that can be read', () => {
    const many = orderWith({ targets: Array.from({ length: 200 }, (_, at) => `n${at}.example`) })
    const { files, notes } = exported([many], 'apple-mdm')
    const profile = parse(files[0]!.text) as unknown as { PayloadContent: [{ DenyListURLs: string[] }] }
    expect(profile.PayloadContent[0].DenyListURLs).toHaveLength(500)
    expect(notes.join()).toContain('300 more')
  })

  it('tells Lumen the court, the parties and the addresses', () => {
    const { notice } = JSON.parse(textOf(exported([order], 'lumen'), 'test-order.lumen.json'))
    expect(notice).toMatchObject({
      type: 'CourtOrder',
      title: 'A test order',
      date_sent: '2020-01-31',
      jurisdiction_list: 'fr',
    })
    expect(notice.works_attributes[0].infringing_urls_attributes).toContainEqual({ url: 'https://e.example/films' })
    expect(notice.entity_notice_roles_attributes.map(({ name }: { name: string }) => name)).toEqual([
      'issuing_court',
      'plaintiff',
      'recipient',
      'recipient',
    ])
  })

  it('answers 451 with the order’s page', () => {
    const link = { register: 'https://register.example/' }
    expect(textOf(exported([order], 'nginx', link), 'answer-451.conf')).toContain(
      `Link '<https://register.example/orders/$writ_order/>; rel="blocked-by"'`,
    )
    for (const form of ['squid', 'haproxy'] as const)
      expect(textOf(exported([order], form, link), `${form}.conf`)).toContain(
        '<https://register.example/orders/test-order/>; rel=\\"blocked-by\\"',
      )
  })
})
