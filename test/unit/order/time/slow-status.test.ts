import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { schedule } from '../../../../src/order/time/schedule.ts'
import { statusAt, type Status } from '../../../../src/order/time/status.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import { slowStatus } from './slow-status.ts'

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const term = fc.oneof(
  day.map((until) => ({ until })),
  fc.integer({ min: 1, max: 4 }).map((years) => ({ duration: `P${years}Y`, durationFrom: 'pronouncement' })),
  fc.constant({ openEnded: true }),
)

const effect = fc.constantFrom('confirms', 'suspends', 'resumes', 'lifts', 'quashes', 'revives', 'orders', 'costs')

const later = fc.record(
  { effect: fc.oneof(effect, fc.array(effect, { minLength: 1, maxLength: 3 })), date: day, until: day, term },
  { requiredKeys: ['effect', 'date'] },
)

const window = fc.tuple(day, fc.integer({ min: 1, max: 2000 })).map(([from, hours]) => {
  const start = Date.parse(`${from}T18:00:00Z`)
  return { start: `${from}T18:00:00Z`, end: new Date(start + hours * 3_600_000).toISOString() }
})

const documents = fc.record(
  {
    zone: fc.constantFrom('Europe/Paris', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Cairo', 'UTC'),
    first: day,
    decisions: fc.array(later, { maxLength: 6 }),
    term,
    served: day,
    checkedOn: day,
    windows: fc.array(window, { minLength: 1, maxLength: 5 }),
    fromService: fc.boolean(),
  },
  { requiredKeys: ['zone', 'first', 'decisions', 'term', 'fromService'] },
)

const deep = process.env['SLOW_RUNS']

// 20,000 by `SLOW_RUNS=20000`; a tenth of them otherwise, always the same.
it(
  'the schedule says of random orders and instants what a straight reading of the decisions says',
  { timeout: 900_000 },
  () => {
    const seen = new Set<Status>()
    fc.assert(
      fc.property(documents, day, fc.integer({ min: -1, max: 1 }), (values, on, beside) => {
        const { zone, first, decisions, served, windows, fromService, checkedOn } = values
        const decision = (facts: object) => ({ ...minimal.decisions[0], ...facts })
        const parsed = parseOrder({
          ...minimal,
          timeZone: zone,
          decisions: [decision({ date: first }), ...decisions.filter(({ date }) => date >= first).map(decision)],
          term: {
            ...values.term,
            ...(served === undefined ? {} : { served }),
            ...(windows === undefined ? {} : { windows }),
            ...(fromService ? { complyWithin: 'P5D', complyFrom: 'service' } : {}),
          },
          ...(checkedOn === undefined ? {} : { checkedOn }),
        })
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
        const changes = schedule(parsed.value)
        // Instants of change, and those beside them, are where a mistake would be.
        const instants = [
          Date.parse(`${on}T10:00:00Z`),
          ...changes.flatMap(({ from }) => (from === null ? [] : from + beside)),
        ]
        for (const at of instants) {
          const status = statusAt(changes, at)
          seen.add(status)
          expect([at, status]).toEqual([at, slowStatus(parsed.value, at)])
        }
      }),
      { numRuns: Number(deep ?? 2000), ...(deep === undefined ? { seed: 18 } : {}) },
    )
    expect(seen).toEqual(new Set(['pending', 'in-force', 'unknown', 'paused', 'suspended', 'ended', 'lifted']))
  },
)
