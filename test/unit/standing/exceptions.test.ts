import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { parseQuery } from '../../../src/names/query.ts'
import { exceptionFor } from '../../../src/standing/exceptions.ts'
import { explain, isBlocked } from '../../../src/standing/explain.ts'
import { find } from '../../../src/names/find.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { exceptionsOf } from '../../../src/policy/exceptions.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { delistedBy } from '../../../src/search/decide.ts'
import { engines } from '../../../src/search/engines.ts'
import { explanationText } from '../../../src/words/explanation.ts'
import { messageOf, wordsOf } from '../../../src/words/words.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const now = Date.parse('2026-11-24T00:00:00Z')
const measures = [
  { kind: 'block', addressees: ['Orange'] },
  { kind: 'delist', addressees: ['Google'] },
]

function explained(address: string, term: object = { until: '2090-01-01' }) {
  const parsed = parseOrder({ ...minimal, measures, targets: ['a.tv', 'open.example'], term })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const library = memoryLibrary([{ order: parsed.value, provenance: 'policy' }], now)
  const question = parseQuery(address)!
  const exceptions = exceptionsOf({
    protectedNames: ['open.example'],
    exemptHosts: [{ host: 'good.a.tv', reason: 'Research agreement 12' }],
    supportUrl: 'https://help.a.tv/contact',
  })
  return explain(question, find(question, library.index), library.records, {
    effective: { settings: defaults },
    exceptions,
    now,
  })
}

const say = (address: string) => explanationText(explained(address), wordsOf('en', messageOf(english)), { now })

describe('a name that stays open', () => {
  it.each([
    ['http://a.tv/', true],
    ['http://www.a.tv/', true],
    ['http://good.a.tv/', false],
    ['http://www.good.a.tv./', false],
    ['http://notgood.a.tv/', true],
    ['http://open.example/', false],
    ['http://below.open.example/', false],
    ['http://help.a.tv/contact', false],
  ])('%s is blocked: %s', (address, blocked) => expect(isBlocked(explained(address))).toBe(blocked))

  it('is explained with the administrator’s reason', () => {
    const { blocked, headline, lead } = say('http://www.good.a.tv/')
    expect(blocked).toBe(false)
    expect(headline).toContain('not blocked')
    expect(lead).toContain('Your organisation leaves good.a.tv open here: Research agreement 12')
    expect(say('http://open.example/').lead).toContain('never lets open.example be blocked here')
  })

  it('is not hidden in search results either', () => {
    const google = engines.find(({ id }) => id === 'google')!
    expect(delistedBy(explained('http://a.tv/'), google, 'every')).toHaveLength(1)
    expect(delistedBy(explained('http://good.a.tv/'), google, 'every')).toEqual([])
  })

  it('is no reason where the order is not applied anyhow', () => {
    const [order] = explained('http://good.a.tv/', { until: '2021-01-01' }).orders
    expect(order).toMatchObject({ status: 'ended', applied: false })
    expect(order).not.toHaveProperty('exception')
  })

  it('with a reason goes before one without', () => {
    const exceptions = [{ name: 'a.tv', reason: 'why' }, { name: 'a.tv' }]
    expect(exceptionFor('www.a.tv', exceptions)).toEqual({ name: 'a.tv', reason: 'why' })
    expect(exceptionFor('b.tv', exceptions)).toBeUndefined()
  })
})
