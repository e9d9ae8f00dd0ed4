import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../../../src/order/order.ts'
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { schedule, span } from '../../../../src/order/time/schedule.ts'
import { nextChange, statusAt } from '../../../../src/order/time/status.ts'
import { placedTargets, targetChanges, targetCount } from '../../../../src/order/targets/placed.ts'
import { valueOf } from '../../../../src/order/targets/target.ts'
import alloStreaming from '../../../../src/bundled/fr-tgi-paris-11-60013.json' with { type: 'json' }
import cases from '../../../fixtures/orders/schedules.json' with { type: 'json' }
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import { long } from '../../../deep/share.ts'

function orderOf(document: unknown): Order {
  const parsed = parseOrder(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

describe('schedule', () => {
  for (const { name, set, expected } of cases)
    it(name, () => {
      const order = schedule(orderOf({ ...minimal, ...set }))
      const statuses = Object.keys(expected).map((at) => [at, statusAt(order, Date.parse(at))])
      expect(Object.fromEntries(statuses)).toEqual(expected)
    })

  it('of AlloStreaming began about 8 January 2014 and ended about 23 January 2015', () => {
    const order = orderOf(alloStreaming)
    expect(span(order)).toEqual({
      start: Date.parse('2014-01-08T00:00:00+01:00'),
      end: Date.parse('2015-01-24T00:00:00+01:00'),
      startApproximate: true,
      startUnknown: false,
      endApproximate: true,
      endComputed: true,
    })
    expect(statusAt(schedule(order), Date.parse('2014-06-01T00:00:00Z'))).toBe('in-force')
    expect(statusAt(schedule(order), Date.parse('2026-11-24T00:00:00Z'))).toBe('ended')
  })

  it('changes where nextChange says, and nowhere else', long, () => {
    const orders = cases.map(({ set }) => schedule(orderOf({ ...minimal, ...set })))
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.date({ noInvalidDate: true }), (order, date) => {
        const now = date.getTime()
        const next = nextChange(order, now)
        if (next === undefined) return
        expect(next).toBeGreaterThan(now)
        expect(statusAt(order, next - 1)).toBe(statusAt(order, now))
        expect(statusAt(order, next)).not.toBe(statusAt(order, now))
      }),
    )
  })
})

describe('placedTargets', () => {
  it('gives each target the measures that it is under and the time for which it counts', () => {
    const order = orderOf({
      ...minimal,
      decisions: [
        ...minimal.decisions,
        { effect: 'extends', kind: 'judgment', court: 'A court', date: '2021-01-01' },
        { effect: 'lifts', kind: 'judgment', court: 'A court', date: '2022-01-01', targets: ['a.tv'] },
      ],
      measures: [
        { kind: 'block', addressees: [] },
        { kind: 'delist', addressees: [], targets: ['c.tv'] },
      ],
      targets: ['a.tv', { domain: 'b.tv', addedBy: 1, liftedOn: '2023-01-01' }],
    })
    const day = (date: string) => Date.parse(`${date}T00:00:00+01:00`)
    expect([...placedTargets(order)].map(({ target, ...placed }) => [valueOf(target), placed])).toEqual([
      ['a.tv', { effects: { block: true, delist: false }, periods: [{ until: day('2022-01-01') }] }],
      [
        'b.tv',
        { effects: { block: true, delist: false }, periods: [{ from: day('2021-01-01'), until: day('2023-01-01') }] },
      ],
      ['c.tv', { effects: { block: false, delist: true } }],
    ])
    expect(targetCount(order)).toBe(3)
    expect(targetChanges(order)).toEqual([day('2021-01-01'), day('2022-01-01'), day('2023-01-01')])
  })

  it('leaves out the order’s own targets where each measure has its own', () => {
    const order = orderOf({
      ...minimal,
      measures: [{ kind: 'block', addressees: [], targets: ['b.tv'] }],
      targets: ['a.tv'],
    })
    expect([...placedTargets(order)].map(({ target }) => target)).toEqual(['b.tv'])
    expect(targetCount(order)).toBe(1)
  })
})
