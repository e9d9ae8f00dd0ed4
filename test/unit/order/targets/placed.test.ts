import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { counts } from '../../../../src/order/targets/counting.ts'
import { periodsOf } from '../../../../src/order/targets/periods.ts'
import { placedTargets, targetChanges } from '../../../../src/order/targets/placed.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }

const decision = (effect: string, date: string, more: object = {}) => ({
  effect,
  kind: 'judgment',
  court: 'A court',
  date,
  ...more,
})

/** On which of the days (at noon in Paris) the target of an order made on 1 January 2020 counts. */
function daysOf(target: object, decisions: object[], ...days: string[]): string[] {
  const parsed = parseOrder({
    ...minimal,
    decisions: [decision('orders', '2020-01-01'), ...decisions],
    targets: ['other.example', target],
    term: { openEnded: true },
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const [, placed] = [...placedTargets(parsed.value)]
  return days.filter((day) => counts(placed!, Date.parse(day.includes('T') ? day : `${day}T12:00:00+01:00`)))
}

describe('a target counts', () => {
  it.each<[string, object, object[], string[], string[]]>([
    ['as long as its order', { domain: 'a.tv' }, [], ['1999-01-01', '2030-01-01'], ['1999-01-01', '2030-01-01']],
    [
      'from the decision that added it',
      { domain: 'a.tv', addedBy: 1 },
      [decision('varies', '2021-01-01')],
      ['2020-12-31', '2021-01-01'],
      ['2021-01-01'],
    ],
    [
      'from the first of the decisions that added it',
      { domain: 'a.tv', addedBy: [2, 1] },
      [decision('varies', '2021-01-01'), decision('varies', '2022-01-01')],
      ['2020-12-31', '2021-01-01', '2022-01-01'],
      ['2021-01-01', '2022-01-01'],
    ],
    [
      'again from a decision after the one that lifted it',
      { domain: 'a.tv', addedBy: [0, 2] },
      [decision('lifts', '2021-01-01', { targets: ['a.tv'] }), decision('varies', '2022-01-01')],
      ['2020-06-01', '2021-01-01', '2021-12-31', '2022-01-01'],
      ['2020-06-01', '2022-01-01'],
    ],
    [
      'until it is lifted once more',
      { domain: 'www.a.tv', addedBy: [0, 2] },
      [
        decision('lifts', '2021-01-01', { targets: [{ domain: 'www.a.tv' }] }),
        decision('varies', '2022-01-01'),
        decision('lifts', '2023-01-01', { targets: ['www.a.tv'] }),
      ],
      ['2020-06-01', '2021-06-01', '2022-06-01', '2023-06-01'],
      ['2020-06-01', '2022-06-01'],
    ],
    [
      'not where it was lifted on the day on which it came, later',
      { domain: 'a.tv', addedBy: 1 },
      [decision('varies', '2021-01-01'), decision('lifts', '2021-01-01', { targets: ['a.tv'] })],
      ['2020-06-01', '2021-01-01', '2022-01-01'],
      [],
    ],
    [
      'from one minute to another',
      { host: 'a.tv', addedOn: '2024-05-01T18:30+02:00', liftedOn: '2024-05-01T20:45:00Z' },
      [],
      ['2024-05-01T16:29:59Z', '2024-05-01T16:30:00Z', '2024-05-01T20:44:59Z', '2024-05-01T20:45:00Z'],
      ['2024-05-01T16:30:00Z', '2024-05-01T20:44:59Z'],
    ],
    [
      'inside its windows, in any order, overlapping or equal',
      {
        url: 'https://a.tv/live',
        window: [
          { start: '2024-05-08T19:00Z', end: '2024-05-08T21:30Z' },
          { start: '2024-05-01T17:00Z', end: '2024-05-01T19:30Z' },
          { start: '2024-05-01T19:00Z', end: '2024-05-01T21:30Z' },
          { start: '2024-05-01T19:00Z', end: '2024-05-01T21:30Z' },
        ],
      },
      [],
      ['2024-05-01T16:59Z', '2024-05-01T19:15Z', '2024-05-01T20:00Z', '2024-05-01T21:30Z', '2024-05-08T20:00Z'],
      ['2024-05-01T19:15Z', '2024-05-01T20:00Z', '2024-05-08T20:00Z'],
    ],
    [
      'inside its window as long as it is listed',
      {
        domain: 'a.tv',
        window: { start: '2024-05-01T17:00Z', end: '2024-05-01T19:30Z' },
        liftedOn: '2024-05-01T18:00Z',
      },
      [],
      ['2024-05-01T17:30Z', '2024-05-01T18:30Z'],
      ['2024-05-01T17:30Z'],
    ],
  ])('%s', (_, target, decisions, asked, expected) => {
    expect(daysOf(target, decisions, ...asked)).toEqual(expected)
  })

  it('in periods that a straight reading of its turns gives, too', () => {
    const turn = fc.record({ at: fc.integer({ min: 0, max: 6 }), counts: fc.boolean() })
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 8 }), fc.boolean(), (drawn, atFirst) => {
        const turns = drawn.map((one, place) => ({ ...one, place }))
        const periods = periodsOf(turns, atFirst)
        for (let now = -1; now <= 7; now++) {
          const past = turns.filter(({ at }) => at <= now)
          const last = past.toSorted((a, b) => a.at - b.at || a.place - b.place).at(-1)
          expect(counts(periods === undefined ? {} : { periods }, now)).toBe(last?.counts ?? atFirst)
        }
      }),
    )
  })
})

describe('the changes of an order’s targets', () => {
  it('are every instant at which one begins or ceases to count', () => {
    const windows = [
      { start: '2024-05-01T17:00Z', end: '2024-05-01T19:30Z' },
      { start: '2024-05-08T17:00Z', end: '2024-05-08T19:30Z' },
    ]
    const parsed = parseOrder({ ...minimal, targets: ['a.tv', { domain: 'b.tv', window: windows }] })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(targetChanges(parsed.value)).toEqual(
      windows.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]),
    )
  })
})
