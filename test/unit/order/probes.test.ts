import { describe, expect, it } from 'vitest'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { schedule } from '../../../src/order/time/schedule.ts'
import { statusAt } from '../../../src/order/time/status.ts'
import { explain } from '../../../src/standing/explain.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { find } from '../../../src/names/find.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { explanationText, plainText } from '../../../src/words/explanation.ts'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsIn('en')!
const base = {
  ...minimal,
  decisions: [{ effect: 'orders', kind: 'judgment', court: 'C', date: '2024-01-10' }],
  targets: ['a-site.tv', 'b-site.tv'],
  term: { openEnded: true },
  dynamic: undefined,
}
const later = (effect: unknown, date: string, more = {}) => ({ effect, kind: 'judgment', court: 'CA', date, ...more })

function orderOf(values: object) {
  const parsed = parseOrder(JSON.parse(JSON.stringify({ ...base, ...values })))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function statusOn(values: object, at: string) {
  return statusAt(schedule(orderOf(values)), Date.parse(at))
}

function explained(address: string, values: object, at: string) {
  const now = Date.parse(at)
  const { index, records, targetOf } = memoryLibrary([{ order: orderOf(values), provenance: 'user' }], now)
  const query = parseQuery(address)!
  const explanation = explain(query, find(query, index), records, { effective: { settings: defaults }, now, targetOf })
  return { explanation, text: plainText(explanationText(explanation, words, { now }), words) }
}

const isBlockedAt = (address: string, values: object, at: string) =>
  explained(address, values, at).explanation.orders.some(({ applied, entry }) => applied && entry.block)

describe('an order as it was really made', () => {
  it('asks others for what a browser does not do: it is shown, and blocks nothing', () => {
    const values = { measures: [{ kind: 'remove-app', addressees: ['Apple', 'Google'] }] }
    const { text } = explained('http://a-site.tv/', values, '2024-06-01T12:00Z')
    expect(text).toContain('Ordered: remove-app: Apple and Google')
    expect(text).toContain('it blocks nothing here')
    expect(isBlockedAt('http://a-site.tv/', values, '2024-06-01T12:00Z')).toBe(false)
  })

  it('runs from a service of which no day is known: from when it binds is not known, and that is said', () => {
    const values = { term: { openEnded: true, complyWithin: 'PT30M', complyFrom: 'service' } }
    expect(statusOn(values, '2024-06-01T12:00Z')).toBe('unknown')
    const { text } = explained('http://a-site.tv/', values, '2024-06-01T12:00Z')
    expect(text).toContain('within 30 minutes of service')
    expect(text).toContain('the day of service is not known')
    expect(isBlockedAt('http://a-site.tv/', values, '2024-06-01T12:00Z')).toBe(true)
    const chosen = { term: { ...values.term, startFrom: 'pronouncement' } }
    expect(statusOn(chosen, '2024-06-01T12:00Z')).toBe('in-force')
  })

  it('has errata, which change nothing', () => {
    const values = { decisions: [...base.decisions, later('corrects', '2024-02-10')] }
    expect(statusOn(values, '2024-06-01T12:00Z')).toBe('in-force')
    expect(explained('http://a-site.tv/', values, '2024-06-01T12:00Z').text).toContain('February 10, 2024: Corrects')
  })

  it('limits a delisting to some searches: it hides no more than that', () => {
    const values = { measures: [{ kind: 'delist', addressees: ['Google'], queries: ['Xavier Example'] }] }
    const { explanation, text } = explained('http://a-site.tv/', values, '2024-06-01T12:00Z')
    expect(explanation.orders[0]!.entry).toMatchObject({ block: false, delist: false })
    expect(text).toContain('only in searches for: “Xavier Example”')
  })

  it('was made about 2015, and binds from the latest day that this can mean', () => {
    const values = { decisions: [{ ...base.decisions[0], date: '2015~' }] }
    expect(statusOn(values, '2015-12-30T12:00Z')).toBe('pending')
    expect(statusOn(values, '2015-12-31T12:00Z')).toBe('in-force')
    expect(explained('http://a-site.tv/', values, '2016-06-01T12:00Z').text).toContain('about 2015')
  })

  it('says nothing of new names, and nothing is said', () => {
    expect(explained('http://a-site.tv/', {}, '2024-06-01T12:00Z').text).not.toContain('New names')
  })

  it('is revived on remand', () => {
    const decisions = [
      { ...base.decisions[0], date: '2020-01-10' },
      later('lifts', '2021-01-10'),
      later('orders', '2023-01-10'),
    ]
    const statuses = ['2020-06-01', '2021-01-11', '2023-01-09', '2023-01-11'].map((day) =>
      statusOn({ decisions }, `${day}T12:00Z`),
    )
    expect(statuses).toEqual(['in-force', 'lifted', 'lifted', 'in-force'])
  })

  it('is brought back where the decision that lifted it is quashed', () => {
    const decisions = [...base.decisions, later('lifts', '2024-03-01'), later('quashes', '2024-05-01', { decision: 1 })]
    const statuses = ['2024-02-01', '2024-04-01', '2024-06-01'].map((day) => statusOn({ decisions }, `${day}T12:00Z`))
    expect(statuses).toEqual(['in-force', 'lifted', 'in-force'])
  })

  it('is suspended for one name, and in force for the other', () => {
    const decisions = [...base.decisions, later('suspends', '2024-02-10', { targets: ['a-site.tv'] })]
    expect(statusOn({ decisions }, '2024-03-01T12:00Z')).toBe('in-force')
    expect(isBlockedAt('http://a-site.tv/', { decisions }, '2024-02-09T12:00Z')).toBe(true)
    expect(isBlockedAt('http://a-site.tv/', { decisions }, '2024-03-01T12:00Z')).toBe(false)
    expect(isBlockedAt('http://b-site.tv/', { decisions }, '2024-03-01T12:00Z')).toBe(true)
    const { text } = explained('http://www.a-site.tv/', { decisions }, '2024-03-01T12:00Z')
    expect(text).toContain('suspended since February 10, 2024')
    const resumed = [...decisions, later('resumes', '2024-05-01', { targets: ['a-site.tv'] })]
    expect(isBlockedAt('http://a-site.tv/', { decisions: resumed }, '2024-04-30T12:00Z')).toBe(false)
    expect(isBlockedAt('http://a-site.tv/', { decisions: resumed }, '2024-05-01T12:00Z')).toBe(true)
  })

  it('has a measure with a term of its own, to the last day in the court’s zone', () => {
    const values = { measures: [{ kind: 'block', addressees: ['X'], term: { until: '2025-01-01' } }] }
    expect(statusOn(values, '2025-01-01T22:59Z')).toBe('in-force')
    expect(statusOn(values, '2025-01-01T23:00Z')).toBe('ended')
  })

  it('goes on with one measure while another has ended: each name is blocked as long as its measure', () => {
    const measures = [
      { kind: 'block', addressees: ['X'], targets: ['a-site.tv'], term: { until: '2024-03-01' } },
      { kind: 'block', addressees: ['X'], targets: ['b-site.tv'] },
    ]
    expect(isBlockedAt('http://a-site.tv/', { measures }, '2024-04-01T12:00Z')).toBe(false)
    expect(isBlockedAt('http://b-site.tv/', { measures }, '2024-04-01T12:00Z')).toBe(true)
  })

  it('is extended for one name', () => {
    const values = {
      term: { until: '2024-06-30' },
      decisions: [
        ...base.decisions,
        later('extends', '2024-05-01', { targets: ['a-site.tv'], term: { until: '2025-06-30' } }),
      ],
    }
    expect(isBlockedAt('http://a-site.tv/', values, '2025-06-30T12:00Z')).toBe(true)
    expect(isBlockedAt('http://a-site.tv/', values, '2025-07-01T12:00Z')).toBe(false)
    expect(isBlockedAt('http://b-site.tv/', values, '2024-06-30T12:00Z')).toBe(true)
    expect(isBlockedAt('http://b-site.tv/', values, '2024-07-02T12:00Z')).toBe(false)
  })

  it('does two things in one decision', () => {
    const values = { decisions: [...base.decisions, later(['confirms', 'costs'], '2024-02-10')] }
    expect(explained('http://a-site.tv/', values, '2024-06-01T12:00Z').text).toContain('Upheld and Decides on costs')
  })

  it('ends about a day: the day after, it has ended', () => {
    const values = { term: { until: '2026-05-24~' } }
    expect(statusOn(values, '2026-05-24T12:00Z')).toBe('in-force')
    expect(statusOn(values, '2026-05-25T12:00Z')).toBe('ended')
    expect(explained('http://a-site.tv/', values, '2026-05-20T12:00Z').text).toContain('about May 24, 2026')
  })

  it('comes from a country with several time zones, and has to say its own; binds users, and does not deny it', () => {
    const values = { jurisdiction: 'BR', decisions: [...base.decisions, later('lifts', '2024-10-08')] }
    expect(parseOrder(JSON.parse(JSON.stringify({ ...base, ...values })))).toMatchObject({
      ok: false,
      issues: [{ code: 'time-zone-needed', path: 'timeZone' }],
    })
    const bound = {
      ...values,
      timeZone: 'America/Sao_Paulo',
      measures: [
        { kind: 'block', addressees: ['X'], binds: 'users', penalty: 'R$ 50.000 a day for whoever uses a VPN' },
      ],
    }
    expect(statusOn(bound, '2024-10-08T03:00Z')).toBe('lifted')
    expect(statusOn(bound, '2024-10-08T02:59Z')).toBe('in-force')
    const { text } = explained('http://a-site.tv/', bound, '2024-09-01T12:00Z')
    expect(text).toContain('binds users, too')
    expect(text).toContain('R$ 50.000')
    expect(text).not.toContain('says nothing about you')
  })

  it('says that it may not be applied by whoever does not understand it', () => {
    const values = { crit: ['newLimit'], newLimit: true }
    const { explanation, text } = explained('http://a-site.tv/', values, '2024-06-01T12:00Z')
    expect(explanation.orders[0]).toMatchObject({ status: 'in-force', applied: false })
    expect(text).toContain('newLimit')
  })

  it('is unknown three years after somebody last made sure of it, applied on, and said to be unknown', () => {
    expect(statusOn({}, '2027-01-09T12:00Z')).toBe('in-force')
    expect(statusOn({}, '2027-01-11T12:00Z')).toBe('unknown')
    expect(statusOn({ checkedOn: '2026-01-01' }, '2028-12-01T12:00Z')).toBe('in-force')
    expect(explained('http://a-site.tv/', {}, '2027-06-01T12:00Z').text).toContain(
      'its document records no check since January 10, 2024',
    )
  })

  it('gives a general remedy where it is silent, and says that it is general', () => {
    expect(explained('http://a-site.tv/', {}, '2024-06-01T12:00Z').text).toContain(
      'general in this country; not from the order',
    )
  })

  it('is for a league’s windows, in any order, overlapping and equal: one order of five seasons', () => {
    const matches = Array.from({ length: 5 * 380 }, (_, match) => {
      const start = Date.UTC(2024, 7, 1, 15) + Math.floor(match / 10) * 3.5 * 86_400_000 + (match % 3) * 5_400_000
      return {
        start: new Date(start).toISOString(),
        end: new Date(start + 2.5 * 3_600_000).toISOString(),
        event: `Match ${match}`,
      }
    })
    const values = { term: { openEnded: true, windows: matches.toReversed() } }
    const changes = schedule(orderOf(values))
    const opens = changes.filter(({ status }) => status === 'in-force').length
    expect(opens).toBe(190)
    for (const { start, end } of matches) {
      expect(statusAt(changes, Date.parse(start))).not.toBe('paused')
      expect(statusAt(changes, Date.parse(end) - 1)).not.toBe('paused')
    }
  })

  it.each([
    ['decisions', { decisions: Array.from({ length: 1001 }, () => base.decisions[0]) }],
    ['measures', { measures: Array.from({ length: 501 }, () => minimal.measures[0]) }],
    ['term.windows', { term: { openEnded: true, windows: Array.from({ length: 20_001 }, () => ({})) } }],
  ])('has no more %s than any real one', (path, values) => {
    const parsed = parseOrder(JSON.parse(JSON.stringify({ ...base, ...values })))
    expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'too-many', path }] })
  })

  it('has windows with targets of their own', () => {
    const window = (day: string, targets: string[]) => ({ start: `${day}T18:00Z`, end: `${day}T20:00Z`, targets })
    const values = {
      term: { openEnded: true, windows: [window('2024-02-08', ['w2.tv']), window('2024-02-01', ['w1.tv'])] },
    }
    const blocked = (name: string, at: string) => isBlockedAt(`http://${name}/`, values, at)
    expect([blocked('w1.tv', '2024-02-01T19:00Z'), blocked('w2.tv', '2024-02-01T19:00Z')]).toEqual([true, false])
    expect([blocked('w1.tv', '2024-02-08T19:00Z'), blocked('w2.tv', '2024-02-08T19:00Z')]).toEqual([false, true])
    expect(blocked('a-site.tv', '2024-02-08T19:00Z')).toBe(false)
  })
})
