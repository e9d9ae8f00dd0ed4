import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { find } from '../../../src/names/find.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { countTargets } from '../../../src/order/targets/counts.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { explain } from '../../../src/standing/explain.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { measureFacts } from '../../../src/words/measure-facts.ts'
import { messageOf, wordsOf } from '../../../src/words/words.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))

function orderOf(values: object) {
  const parsed = parseOrder({ ...minimal, term: { openEnded: true }, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

/** How an order of 2024 stands to an address at an instant: `counts`, `to-come`, `lifted`, or that it does not list it. */
function standingOf(address: string, targets: unknown[], at = '2024-06-01T12:00Z'): string {
  const now = Date.parse(at)
  const library = memoryLibrary([{ order: orderOf({ targets }), provenance: 'user' }], now)
  const query = parseQuery(address)!
  const { orders } = explain(query, find(query, library.index), library.records, {
    effective: { settings: defaults },
    now,
    targetOf: library.targetOf,
  })
  const [order] = orders
  if (!order) return 'not listed'
  expect(order.applied).toBe(order.entry.standing === 'counts')
  return order.entry.standing
}

describe('an order that lists', () => {
  it('a host covers it alone', () => {
    const targets = [{ host: 'www.example-site.tv' }]
    expect(standingOf('https://www.example-site.tv/x', targets)).toBe('counts')
    expect(standingOf('http://example-site.tv/', targets)).toBe('not listed')
    expect(standingOf('http://a.www.example-site.tv/', targets)).toBe('not listed')
  })

  it('addresses by number, in ranges, or pages on them is an order, and covers none of them', () => {
    const targets = [
      { ip: '203.0.113.0/24' },
      { ip: '2001:db8::/32' },
      { ip: '203.0.113.7' },
      { ip: '203.0.113.7:8080' },
      { url: 'http://203.0.113.7/live' },
    ]
    expect(countTargets(orderOf({ targets }))).toEqual({ domains: 0, hosts: 0, urls: 0, ips: 5, delisted: 0 })
    for (const address of ['http://203.0.113.7/', 'http://203.0.113.7/live', 'http://[2001:db8::1]/'])
      expect(standingOf(address, targets)).toBe('not listed')
    expect(standingOf('http://a.tv/', [...targets, 'a.tv'])).toBe('counts')
  })

  it('a target for a match covers it then, and says when the next one is', () => {
    const window = [
      { start: '2024-06-08T18:30Z', end: '2024-06-08T21:00Z' },
      { start: '2024-06-01T18:30Z', end: '2024-06-01T21:00Z' },
    ]
    const targets = ['other.tv', { domain: 'live.tv', window }]
    const at = (instant: string) => standingOf('http://live.tv/', targets, instant)
    expect(at('2024-06-01T18:29Z')).toBe('to-come')
    expect(at('2024-06-01T18:30Z')).toBe('counts')
    expect(at('2024-06-01T21:00Z')).toBe('to-come')
    expect(at('2024-06-08T20:59Z')).toBe('counts')
    expect(at('2024-06-08T21:00Z')).toBe('lifted')
  })

  it.each([
    [{ count: 3, why: 'An annex under seal' }, ['0 entries', '3 more entries are withheld: An annex under seal']],
    [{ why: 'An annex under seal' }, ['0 entries', 'More entries are withheld: An annex under seal']],
  ])('nothing, for its list is sealed, is one and says so: %j', (withheld, said) => {
    const order = orderOf({ targets: [], withheld })
    expect(countTargets(order)).toEqual({ domains: 0, hosts: 0, urls: 0, ips: 0, delisted: 0 })
    const { records } = memoryLibrary([{ order, provenance: 'user' }], 0)
    const [record] = records.values()
    expect(measureFacts(record!, words).map(({ details }) => details)).toContainEqual(said)
  })

  it('nothing without saying why is none', () => {
    for (const targets of [[], undefined]) {
      const { targets: _, ...others } = minimal
      const parsed = parseOrder({ ...others, ...(targets ? { targets } : {}) })
      expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'measure-without-targets', path: 'measures[0]' }] })
    }
  })
})
