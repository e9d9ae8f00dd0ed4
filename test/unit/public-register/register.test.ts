import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/cli/catalogues.ts'
import { readPast } from '../../../src/public-register/changes.ts'
import { orderWith } from '../export/orders.ts'
import { published, register } from './register.ts'

const order = orderWith({
  title: { en: 'A <script>alert(1)</script> order', fr: 'Une décision' },
  targets: [
    'a.example',
    'xn--bcher-kva.example',
    { host: 'c.example' },
    { ip: '192.0.2.7' },
    { domain: 'lifted.example', liftedOn: '2024-05-01' },
  ],
  references: [{ db: 'lumen', id: '12345' }],
})
const ended = orderWith({ id: 'ended-order', title: 'Another', targets: ['b.example'], term: { until: '2024-05-31' } })

describe('the register', () => {
  const files = register([published(order), published(ended)])

  it('has a page an order in every language, and one that is asked for in none', () => {
    for (const id of ['test-order', 'ended-order'])
      for (const code of [...languages, 'index']) expect([...files.keys()]).toContain(`orders/${id}/${code}.html`)
    expect(files.get('orders/test-order/index.html')).toBe(files.get('orders/test-order/en.html'))
    expect(files.get('orders/test-order/fr.html')).toContain('Une décision')
    expect(files.get('orders/test-order/fr.html')).toContain('<html lang="fr"')
  })

  it('says of an order what the block page says, where its papers are, and what it covers', () => {
    const page = files.get('orders/test-order/en.html')!
    for (const part of [
      'A court',
      'An article',
      'An applicant',
      'December 31, 2030',
      'a.example',
      'bücher.example',
      'lumen 12345',
      'https://lumendatabase.org/notices/12345',
      'zones/test-order.zone',
      'targets/orders/00.test-order.json.gz',
    ])
      expect(page).toContain(part)
    expect(page).toMatch(/lifted\.example<\/bdi><span class="quiet">not now/)
    expect(files.get('orders/ended-order/en.html')).toContain('This order has expired (May 31, 2024)')
  })

  it('never takes a document’s words for markup, and links to no name that is covered', () => {
    for (const [path, text] of files) {
      if (path.endsWith('.html')) expect(text).not.toMatch(/<script>|<b>|href="[^"]*a\.example/)
      if (path.endsWith('.html')) expect(text).toContain("default-src 'none'")
    }
  })

  it('loads nothing from elsewhere', () => {
    for (const [path, text] of files)
      if (path.endsWith('.html'))
        expect(text).not.toMatch(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(?:https?:)?\/\//)
    expect(files.get('register.css')).toContain('@media print')
    expect(files.get('register.css')).not.toMatch(/url\(|@import/)
  })

  it('has zones of what is in force alone', () => {
    expect([...files.keys()].filter((path) => path.startsWith('zones/'))).toEqual(['zones/test-order.zone'])
    expect(files.get('orders/test-order/names.txt')).toBe('a.example\nxn--bcher-kva.example\nc.example\n')
  })

  it('lists orders by state and by court', () => {
    const inOrder = (path: string) =>
      [...files.get(path)!.matchAll(/<h2[^>]*><bdi>([^<]*)/g)].map(([, heading]) => heading)
    expect(inOrder('index.html')).toEqual(['In force', 'Expired'])
    expect(inOrder('courts.en.html')).toEqual(['A court'])
  })

  it('is a table and a document for programs', () => {
    const [head, ...rows] = files.get('register.csv')!.trim().split('\r\n')
    expect(head).toMatch(/^id,version,title/)
    expect(rows).toHaveLength(2)
    expect(JSON.parse(files.get('register.json')!).orders).toMatchObject([
      { id: 'ended-order', status: 'ended', lastDay: '2024-05-31' },
      { id: 'test-order', status: 'in-force', references: [{ db: 'lumen', id: '12345' }] },
    ])
  })

  it('says what has changed as a feed that can be read', () => {
    const feed = new DOMParser().parseFromString(files.get('changes.atom')!, 'application/xml')
    const titles = [...feed.getElementsByTagName('title')].map(({ textContent }) => textContent)
    expect(titles).toEqual([
      'Register of court orders',
      'Another: Expired',
      'Another: In force',
      'A <script>alert(1)</script> order: In force',
    ])
  })
})

describe('an order whose names are hidden', () => {
  const secret = orderWith({
    targets: ['secret-one.example'],
    ack: ['google.com'],
    measures: [
      { kind: 'block', addressees: ['A provider'] },
      { kind: 'delist', addressees: ['An engine'], targets: ['secret-two.example'] },
    ],
    decisions: [
      { effect: 'orders', kind: 'judgment', court: 'A court', date: '2020-01-31' },
      {
        effect: [{ effect: 'lifts', targets: ['secret-one.example'] }],
        kind: 'judgment',
        court: 'A court',
        date: '2023-01-31',
      },
    ],
    term: {
      until: '2030-12-31',
      windows: [{ start: '2024-06-01T10:00:00Z', end: '2029-06-01T14:00:00Z', targets: ['secret-three.example'] }],
    },
  })

  it('has its page, and no name anywhere', () => {
    const shown = [...register([published(secret)])]
      .filter(([, text]) => /secret-|google/.test(text))
      .map(([path]) => path)
    expect(shown).toContain('orders/test-order/en.html')
    const files = register([published(secret, true)])
    expect(files.get('orders/test-order/en.html')).toContain('The names are not published in this register.')
    for (const [path, text] of files) expect([path, /secret-|google/.exec(text)?.[0]]).toEqual([path, undefined])
    expect([...files.keys()].filter((path) => /names\.txt|\.zone/.test(path))).toEqual([])
  })
})

describe('the register’s next edition', () => {
  const first = register([published(order), published(ended)])
  const past = readPast(first.get('register.json'))

  it('tells that an order has another version', () => {
    const files = register([published({ ...order, version: 2 }), published(ended)], past, '2024-07-01T12:00:00Z')
    expect(files.get('changes.atom')).toContain('order: version 2')
    const again = register(
      [published({ ...order, version: 2 }), published(ended)],
      readPast(files.get('register.json')),
      '2024-08-01T12:00:00Z',
    )
    expect(JSON.parse(again.get('register.json')!).changes).toEqual(JSON.parse(files.get('register.json')!).changes)
  })

  it('keeps the page of an order that is published no more, which says so', () => {
    const files = register([published(order)], past, '2024-07-01T12:00:00Z')
    const page = files.get('orders/ended-order/index.html')
    expect(page).toContain('No longer published in this register: July 1, 2024')
    expect(page).toContain('A court, 2020-01-31')
    expect(files.get('index.html')).not.toContain('ended-order')
    const again = register([published(order)], readPast(files.get('register.json')), '2024-08-01T12:00:00Z')
    expect(again.get('orders/ended-order/index.html')).toContain('July 1, 2024')
  })

  it.each(['{', '[]', '{"format":"other"}', undefined])('begins anew where the last one is %s', (text) => {
    expect(readPast(text)).toEqual({ orders: [], withdrawn: [], changes: [] })
  })
})
