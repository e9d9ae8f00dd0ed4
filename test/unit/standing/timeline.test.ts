import { describe, expect, it } from 'vitest'
import { recordOf } from '../../../src/standing/record.ts'
import { timelineOf } from '../../../src/standing/timeline.ts'
import { bundled } from '../../../src/bundled/bundled.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const decision = { ...minimal.decisions[0], date: '2020-01-02' }

function recordFrom(document: object) {
  const parsed = parseOrder(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return recordOf(parsed.value, { provenance: 'user', choice: 'apply', digest: '', addedAt: 0 })
}

/** The timeline of an order with these values, in short: `date what after`. */
function timeline(values: object, at: string, beyondTerm = false) {
  const { days, stretches, today } = timelineOf(
    recordFrom({ ...minimal, decisions: [decision], ...values }),
    beyondTerm,
    Date.parse(at),
  )
  return {
    days: days.map(({ date, events, after }) => `${date} ${events.map(({ kind }) => kind).join('+')} ${after}`),
    stretches: stretches.map(({ status }) => status),
    edges: [stretches[0]!.from, stretches.at(-1)!.to],
    gaps: stretches.slice(1).filter(({ from }, n) => from !== stretches[n]!.to),
    today,
  }
}

describe('the timeline', () => {
  it('of the AlloStreaming order has each day that counts, in order', () => {
    const { days } = timelineOf(recordFrom(bundled[0]!.document), true, Date.parse('2026-03-01T12:00:00Z'))
    expect(days.map(({ date, approximate, after }) => [date, approximate, after])).toEqual([
      ['2013-11-28', false, 'pending'],
      ['2014-01-08', true, 'in-force'],
      ['2015-01-23', true, 'ended'],
      ['2016-03-15', false, 'ended'],
      ['2017-07-06', false, 'ended'],
      ['2026-03-01', false, 'beyond-term'],
    ])
  })

  it('goes from the first day to the last without gaps, today inside', () => {
    const term = { until: '2020-06-30', served: '2020-02-01' }
    const before = timeline({ term }, '2020-01-15T12:00:00Z')
    expect(before.days).toEqual([
      '2020-01-02 decision pending',
      '2020-01-15 today pending',
      '2020-02-01 served+start in-force',
      '2020-06-30 end ended',
    ])
    expect(before.stretches).toEqual(['pending', 'in-force'])
    const after = timeline({ term }, '2021-01-01T12:00:00Z')
    expect(after.stretches).toEqual(['pending', 'in-force', 'ended'])
    for (const { edges, gaps, today } of [before, after]) {
      expect([edges, gaps]).toEqual([[0, 1], []])
      expect(today).toBeGreaterThan(0)
      expect(today).toBeLessThanOrEqual(1)
    }
    expect(after.today).toBe(1)
  })

  it('goes on beyond today where the order does', () => {
    const open = timeline({ term: { openEnded: true } }, '2021-01-01T12:00:00Z')
    expect(open.stretches).toEqual(['in-force'])
    expect(open.days.at(-1)).toBe('2021-01-01 today in-force')
    expect(open.today).toBeLessThan(0.95)
    expect(timeline({ term: { openEnded: true } }, '2020-01-02T12:00:00Z').today).toBe(0)
  })

  it('shows that it was suspended, and until when', () => {
    const decisions = [
      decision,
      { ...decision, effect: 'suspends', date: '2020-03-01' },
      { ...decision, effect: 'confirms', date: '2020-05-01' },
    ]
    const { days, stretches } = timeline({ decisions }, '2020-06-01T12:00:00Z')
    expect(stretches).toEqual(['in-force', 'suspended', 'in-force'])
    expect(days.slice(0, 3)).toEqual([
      '2020-01-02 decision+start in-force',
      '2020-03-01 decision suspended',
      '2020-05-01 decision in-force',
    ])
  })

  it('of a live order names the window that is open or comes next', () => {
    const windows = [
      { start: '2020-02-01T18:00:00Z', end: '2020-02-01T20:00:00Z' },
      { start: '2020-02-08T18:00:00Z', end: '2020-02-08T20:00:00Z' },
    ]
    const of = (at: string) => timeline({ term: { until: '2020-12-31', windows } }, at).days
    expect(of('2020-02-01T19:00:00Z')).toContain('2020-02-01 window+today paused')
    expect(of('2020-02-01T21:00:00Z')).toContain('2020-02-08 window paused')
    expect(of('2020-03-01T00:00:00Z').join()).not.toContain('window')
  })

  it('counts days in the court’s time zone', () => {
    const values = { timeZone: 'Pacific/Auckland', term: { until: '2020-06-30' } }
    expect(timeline(values, '2020-06-29T13:00:00Z').days).toContain('2020-06-30 end+today ended')
  })
})
