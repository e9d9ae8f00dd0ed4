import { describe, expect, it } from 'vitest'
import { parseOrderText } from '../../../../src/order/reading/parse.ts'
import { parseUsable } from '../../../../src/order/reading/parse-usable.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }

const good = Array.from({ length: 40 }, (_, at) => `site${at}.example`)
const usable = (values: object) => parseUsable(JSON.stringify({ ...minimal, ...values }))

describe('a document with entries that cannot be used', () => {
  it('is refused where it is checked, and used without them where it is delivered', () => {
    const targets = [...good.slice(0, 10), 'co.uk', '-bad.-worse', ...good.slice(10)]
    expect(parseOrderText(JSON.stringify({ ...minimal, targets })).ok).toBe(false)
    const parsed = usable({ targets })
    expect(parsed).toMatchObject({ ok: true, value: { targets: good, leftOut: { count: 2 } } })
    expect(parsed.warnings.map(({ path }) => path)).toEqual(['targets[10]', 'targets[11]'])
  })

  it('counts them all where there are more than are said', () => {
    const parsed = usable({ targets: [...Array.from({ length: 5000 }, () => 'com'), 'a.tv'] })
    expect(parsed).toMatchObject({ ok: true, value: { targets: ['a.tv'], leftOut: { count: 5000 } } })
  })

  it('of a measure, of a window and of a decision: a lift that names only such lifts nothing, and not the order', () => {
    const lifts = { ...minimal.decisions[0], effect: 'lifts', date: '2021-01-01', targets: ['co.uk'] }
    const window = { start: '2020-02-02T12:00:00Z', end: '2020-02-02T14:00:00Z', targets: ['com', 'w.tv'] }
    const parsed = usable({
      decisions: [...minimal.decisions, lifts],
      measures: [...minimal.measures, { kind: 'block', addressees: [], targets: ['m.tv', 'm..tv'] }],
      term: { until: '2030-01-01', windows: [window] },
    })
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        measures: [{}, { targets: ['m.tv'] }],
        term: { windows: [{ targets: ['w.tv'] }] },
        decisions: [{}, { effects: [{ does: 'lifts', targets: [] }] }],
        leftOut: { count: 3 },
      },
    })
  })

  it.each([
    ['of which none is left', { targets: ['com'] }],
    ['in which something else is wrong, too', { targets: ['com', 'a.tv'], term: {} }],
  ])('is refused %s', (_, values) => expect(usable(values).ok).toBe(false))

  it('is what it is where nothing is wrong', () => {
    expect(usable({})).toEqual(parseOrderText(JSON.stringify(minimal)))
  })
})
