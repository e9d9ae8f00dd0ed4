import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { parseQuery } from '../../../src/names/query.ts'
import { explain, type Explanation } from '../../../src/standing/explain.ts'
import { find, findNearby } from '../../../src/names/find.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { explanationText } from '../../../src/words/explanation.ts'
import { messageOf, wordsOf } from '../../../src/words/words.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))
const noon = Date.parse('2026-11-26T12:00:00Z')
const [first] = minimal.decisions

/** What is said of an address under an order of 2020 without an end, looked after in 2026, at noon of 26 November 2026. */
function explained(address: string, values: object, now = noon): Explanation {
  const parsed = parseOrder({ ...minimal, term: { openEnded: true }, checkedOn: '2026-01-01', ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const library = memoryLibrary([{ order: parsed.value, provenance: 'user' }], now)
  const question = parseQuery(address)!
  const { targetOf } = library
  const coverages = find(question, library.index)
  return explain(question, coverages, library.records, {
    nearby: findNearby(question, library.index, coverages),
    effective: { settings: defaults },
    now,
    targetOf,
  })
}

function said(address: string, values: object): string {
  return explanationText(explained(address, values), words, { now: noon }).lead
}

const block = { kind: 'block', addressees: ['Orange'] }
const delist = { kind: 'delist', addressees: ['Google'] }
const later = (effect: string, date: string, more = {}) => ({
  ...first,
  effect,
  date,
  court: `Court of ${date}`,
  ...more,
})

describe('an order that lists what was asked for more than once', () => {
  it.each([
    [
      'blocks where one of two measures does',
      [
        { ...delist, targets: ['a.tv'] },
        { ...block, targets: ['a.tv'] },
      ],
      [],
    ],
    [
      'blocks below a name that is only removed from results',
      [
        { ...block, targets: ['a.tv'] },
        { ...delist, targets: ['www.a.tv'] },
      ],
      [],
    ],
    [
      'blocks under a domain though a name below it was lifted',
      [block],
      ['a.tv', { domain: 'www.a.tv', liftedOn: '2021-01-01' }],
    ],
    [
      'blocks under a domain though a name below it is to come',
      [block],
      ['a.tv', { domain: 'www.a.tv', addedOn: '2099-01-01' }],
    ],
    [
      'blocks under a domain though a page on it is to come',
      [block],
      ['a.tv', { url: 'https://www.a.tv/x', addedOn: '2099-01-01' }],
    ],
  ])('%s', (_, measures, targets) => {
    const [order] = explained('https://www.a.tv/x/1', { measures, targets }).orders
    expect(order).toMatchObject({ applied: true, entry: { block: true, value: 'a.tv', standing: 'counts' } })
  })

  it.each([
    [
      { ...delist, targets: ['a.tv'] },
      { ...block, targets: ['a.tv'] },
    ],
    [
      { ...block, targets: ['a.tv'] },
      { ...delist, targets: ['a.tv'] },
    ],
  ])('does what each measure says, in whichever order they stand', (...measures) => {
    const [order] = explained('http://a.tv/', { measures, targets: [] }).orders
    expect(order).toMatchObject({ applied: true, entry: { block: true, delist: true } })
  })

  it('is shown by the most specific entry that counts', () => {
    const [order] = explained('http://www.a.tv/', { measures: [block], targets: ['a.tv', 'www.a.tv'] }).orders
    expect(order!.entry.value).toBe('www.a.tv')
  })
})

describe('a single target', () => {
  it('that was lifted leaves its order in force', () => {
    const targets = [{ domain: 'a.tv', liftedOn: '2021-01-01' }]
    const { orders } = explained('http://a.tv/', { measures: [block], targets })
    expect(orders).toMatchObject([{ status: 'in-force', applied: false, entry: { standing: 'lifted' } }])
    expect(said('http://a.tv/', { measures: [block], targets })).toContain(
      'was taken out of the order on January 1, 2021',
    )
  })

  it('that is to come leaves its order in force, and says from when it counts', () => {
    const targets = [{ domain: 'a.tv', addedOn: '2028-01-01' }]
    const [order] = explained('http://a.tv/', { measures: [block], targets }).orders
    expect(order).toMatchObject({
      status: 'in-force',
      applied: false,
      nextChange: Date.parse('2028-01-01T00:00:00+01:00'),
    })
    expect(said('http://a.tv/', { measures: [block], targets })).toContain('from January 1, 2028')
  })

  it('that was to come to an order which is over never comes', () => {
    const values = { term: { until: '2021-01-01' }, targets: [{ domain: 'a.tv', addedOn: '2030-01-01' }] }
    expect(said('http://a.tv/', values)).toContain('has expired (January 1, 2021)')
  })

  it('is explained by the decision that added it', () => {
    const decisions = [first, later('extends', '2022-05-01')]
    const explanation = explained('http://a.tv/', { decisions, targets: [{ domain: 'a.tv', addedBy: 1 }] })
    const [decided] = explanationText(explanation, words, { now: noon }).answers
    expect(decided!.more[0]).toContain('May 1, 2022')
  })

  it('changes next when it is lifted, if that comes before what changes for its order', () => {
    const decisions = [first, later('lifts', '2030-01-01', { targets: ['a.tv'] }), later('lifts', '2035-01-01')]
    const [order] = explained('http://a.tv/', { decisions, targets: ['a.tv', 'b.tv'] }).orders
    expect(order!.nextChange).toBe(Date.parse('2030-01-01T00:00:00+01:00'))
  })
})

describe('a lift of single targets', () => {
  const targets = ['a.tv', 'www.a.tv', 'b.tv', { url: 'https://c.tv/films' }, 'c.tv']
  const lifting = (...lifted: unknown[]) => [first, later('lifts', '2021-01-01', { targets: lifted })]
  const isApplied = (address: string, lifted: unknown) =>
    explained(address, { decisions: lifting(lifted), targets }).orders.some(({ applied }) => applied)

  it('of a domain lifts the names below it and the pages on it', () => {
    expect(isApplied('http://www.a.tv/', 'a.tv')).toBe(false)
    expect(isApplied('https://c.tv/films', 'c.tv')).toBe(false)
    expect(isApplied('http://b.tv/', 'a.tv')).toBe(true)
  })

  it('of a name leaves the domain above it', () => {
    expect(isApplied('http://a.tv/', 'www.a.tv')).toBe(true)
  })

  it('of a page leaves the site', () => {
    expect(isApplied('https://c.tv/films', { url: 'https://c.tv/films' })).toBe(true)
  })

  it('does not lift what was ordered again later, not even on the same day', () => {
    const again = [
      ...lifting('a.tv'),
      later('varies', '2022-01-01'),
      later('lifts', '2022-01-01', { targets: ['b.tv'] }),
    ]
    const sameDay = [first, later('lifts', '2021-01-01', { targets: ['a.tv'] }), later('varies', '2021-01-01')]
    for (const decisions of [again, sameDay]) {
      const values = { decisions, targets: [{ domain: 'a.tv', addedBy: 2 }, 'b.tv'] }
      expect(explained('http://a.tv/', values).orders).toMatchObject([{ applied: true }])
    }
  })
})

describe('a decision that stands against an order', () => {
  it.each([
    [
      [later('suspends', '2020-06-01'), later('suspends', '2030-01-01')],
      'suspended since June 1, 2020 (Court of 2020-06-01)',
    ],
    [
      [later('lifts', '2021-01-01'), later('lifts', '2030-01-01', { targets: ['b.tv'] })],
      'lifted on January 1, 2021 (Court',
    ],
  ])('is the one that was made', (decisions, expected) => {
    expect(said('http://a.tv/', { decisions: [first, ...decisions], targets: ['a.tv', 'b.tv'] })).toContain(expected)
  })
})

describe('those who were told to act', () => {
  const lead = (measures: object[]) =>
    explanationText(explained('http://a.tv/', { measures, targets: ['a.tv'] }), words, { now: noon }).lead

  it('are others than the reader, where the document names them', () => {
    expect(lead([block])).toContain('ordered others to block access')
    expect(lead([{ ...block, addressees: [] }])).not.toContain('others')
  })
})

describe('an entry that is held', () => {
  const targets = ['covered.example', 'youtube.com', { url: 'https://youtube.com/films' }]

  it('blocks nothing, and is said to be held', () => {
    const [order] = explained('https://www.youtube.com/', { targets }).orders
    expect(order).toMatchObject({ applied: false, entry: { value: 'youtube.com', standing: 'held' } })
    expect(said('https://www.youtube.com/', { targets })).toContain('That name is held')
  })

  it('leaves the order’s pages on that host and its other names blocked', () => {
    for (const address of ['https://youtube.com/films', 'https://covered.example/'])
      expect(explained(address, { targets }).orders[0]).toMatchObject({ applied: true, entry: { standing: 'counts' } })
  })

  it('is not said to be held where its order is not applied', () =>
    expect(said('https://youtube.com/', { targets, term: { until: '2020-12-31' } })).toContain('has expired'))
})

describe('something of a host that an order names without covering the page', () => {
  const targets = [
    { url: 'https://part.example/films' },
    { host: 'port.example:8443' },
    { ip: '192.0.2.7' },
    { ip: '2001:db8::7' },
    { ip: '198.51.100.0/24' },
    { url: 'https://192.0.2.8/films' },
  ]

  it.each([
    ['https://part.example/', 'part'],
    ['https://part.example/films/1', undefined],
    ['https://www.part.example/', undefined],
    ['https://port.example/', 'part'],
    ['http://192.0.2.7/', 'address'],
    ['http://192.0.2.7:8080/x', 'address'],
    ['http://[2001:db8::7]/', 'address'],
    ['https://192.0.2.8/', 'address'],
    ['http://198.51.100.1/', undefined],
    ['http://1.192.0.2.example/', undefined],
  ])('is said of %s: %s', (address, nearby) => {
    const explanation = explained(address, { targets })
    expect(explanation.nearby).toBe(nearby)
    if (nearby) expect(explanation.orders).toEqual([])
  })

  it('is said in words', () => {
    expect(said('https://part.example/', { targets })).toBe('This page is not in it: nothing is blocked here.')
    expect(said('http://192.0.2.7/', { targets })).toContain('Nothing is blocked for it')
  })
})
