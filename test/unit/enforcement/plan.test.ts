import { describe, expect, it } from 'vitest'
import { nothingEnforced } from '../../../src/enforcement/enforced.ts'
import { afterRefusal, plan, type Circumstances } from '../../../src/enforcement/plan.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { digestOf } from '../../../extension/store/digest.ts'
import { keptOrders } from './records.ts'

const decision = { effect: 'orders', kind: 'judgment', court: 'A court', date: '2020-01-31' }
const now = Date.parse('2020-06-01T12:00:00Z')
const page = 'chrome-extension://id/blocked.html'
type Kept = ReturnType<typeof keptOrders>

function planOver({ records, targets }: Kept, given: Partial<Circumstances> = {}) {
  const at = { settings: defaults, remembered: undefined, page, capabilities: capabilities.chrome, now }
  return plan({ orders: records, ...at, ...given }, targets, digestOf)
}

const one = () => keptOrders({ values: { targets: ['a.example', 'b.example', { url: 'https://c.example/films' }] } })

/** What is remembered once the orders are enforced. */
const enforced = async (kept: Kept, given: Partial<Circumstances> = {}) => (await planOver(kept, given)).after

describe('a plan', () => {
  it('gives the browser rules for an order that begins to be applied, and says so in the register', async () => {
    const { update, after, entries, added } = await planOver(one())
    expect(update!.rules.length).toBeGreaterThan(2)
    expect(after).toMatchObject({ domains: 2, urls: 1, rules: update!.rules.length, at: now })
    expect(entries).toEqual([
      {
        at: now,
        event: 'applied',
        order: 'test-order',
        version: 1,
        digest: 'd1',
        provenance: 'user',
        beyondTerm: false,
        targets: 3,
      },
    ])
    expect(added.map(({ domains }) => domains)).toEqual([['a.example', 'b.example']])
  })

  it('does nothing, and reads no target, where the browser holds what it should', async () => {
    const remembered = await enforced(one())
    const kept = one()
    const { before, after, update, entries, added } = await planOver(kept, { remembered, now: now + 1000 })
    expect(after).toBe(before)
    expect({ update, entries, added }).toEqual({ update: undefined, entries: [], added: [] })
    expect(kept.asked).toEqual([])
  })

  it('leaves the rules as they are where the clock was set back', async () => {
    const began = {
      values: {
        term: { served: '2020-05-01', until: '2030-01-01' },
        targets: ['a.example', { domain: 'b.example', addedOn: '2020-05-20' }],
      },
    }
    const remembered = await enforced(keptOrders(began))
    const back = Date.parse('2001-01-01T00:00:00Z')
    const clockBehind = { seen: now, applied: ['user:test-order'] }
    const { after, update } = await planOver(keptOrders(began), { remembered, now: back, clockBehind })
    expect(update).toBeUndefined()
    expect(after.orders).toEqual(remembered.orders)
    expect((await planOver(keptOrders(began), { remembered, now: back })).after.orders).toEqual([])
  })

  it('reads no target of an order that is not applied', async () => {
    const kept = keptOrders({}, { values: { id: 'over', term: { until: '2020-02-01' } } })
    await planOver(kept)
    expect(kept.asked).toEqual(['user:test-order'])
  })

  it('takes an order that is lifted today out of the rules, and from the register, today', async () => {
    const day = Date.parse('2020-06-01T00:00:00+02:00')
    const lifts = { ...decision, effect: 'lifts', date: '2020-06-01' }
    const lifted = () => keptOrders({ values: { jurisdiction: 'FR', decisions: [decision, lifts] } })
    const remembered = await enforced(lifted(), { now: day - 1 })
    expect(remembered).toMatchObject({ orders: [{ id: 'test-order' }], nextChange: day })
    const { update, after, entries } = await planOver(lifted(), { remembered, now: day })
    expect(update!.rules).toEqual([])
    expect(after).toMatchObject({ fingerprint: '', orders: [], domains: 0 })
    expect(entries.map(({ event, order }) => [event, order])).toEqual([['no-longer-applied', 'test-order']])
  })

  it('makes rules anew where a single target begins or ends', async () => {
    const values = { jurisdiction: 'FR', targets: ['a.example', { domain: 'b.example', liftedOn: '2020-06-02' }] }
    const remembered = await enforced(keptOrders({ values }))
    const after = Date.parse('2020-06-02T12:00:00Z')
    const next = await planOver(keptOrders({ values }), { remembered, now: after })
    expect(next.update).toBeDefined()
    expect(next.after.domains).toBe(1)
    expect(next.entries).toEqual([])
  })

  it.each<[string, Partial<Circumstances>]>([
    ['another block page', { page: undefined }],
    ['another name that stays open', { settings: { ...defaults, protectedNames: ['open.a.example'] } }],
    ['a browser that takes other rules', { capabilities: capabilities.firefox }],
  ])('makes rules anew for %s, and neither names an order as added nor as begun', async (_, given) => {
    const { update, entries, added } = await planOver(one(), { remembered: await enforced(one()), ...given })
    expect(update).toBeDefined()
    expect({ entries, added }).toEqual({ entries: [], added: [] })
  })

  it('leaves out what lies at or below a name that stays open', async () => {
    const settings = { ...defaults, exemptHosts: [{ host: 'a.example', reason: 'a reason' }] }
    const { after, added } = await planOver(one(), { settings })
    expect(after.domains).toBe(1)
    expect(added[0]!.domains).toEqual(['b.example'])
  })

  it('takes away the rules that are known, and all that there may be where they are not', async () => {
    const remembered = await enforced(one())
    const other = () => keptOrders({ digest: 'd2' })
    const known = await planOver(other(), { remembered })
    expect(known.update!.lastId).toBeLessThan(100)
    for (const unsure of [{ remembered, held: 'other' }, { remembered: undefined }])
      expect((await planOver(other(), unsure)).update!.lastId).toBe(capabilities.chrome.dynamicRules)
  })

  it('repairs rules that the browser has lost, though nothing has changed', async () => {
    const remembered = await enforced(one())
    const { update, entries } = await planOver(one(), { remembered, held: '' })
    expect(update).toBeDefined()
    expect(entries).toEqual([])
  })

  it('takes an order with another text for added, and only that one', async () => {
    const other = { values: { id: 'other', targets: ['other.example'] } }
    const remembered = await enforced(keptOrders({}, other))
    const { added, entries } = await planOver(keptOrders({}, { ...other, digest: 'd2' }), { remembered })
    expect(added.map(({ order }) => order)).toEqual(['other'])
    expect(entries.map(({ event, digest }) => [event, digest])).toEqual([
      ['no-longer-applied', 'd1'],
      ['applied', 'd2'],
    ])
  })

  it('remembers the next change where that alone is another', async () => {
    const remembered = { ...(await enforced(one())), nextChange: 1 }
    const { update, after } = await planOver(one(), { remembered })
    expect(update).toBeUndefined()
    expect(after).toEqual(await enforced(one()))
  })

  it('says in the register that an order goes beyond its term', async () => {
    const ended = () => keptOrders({ values: { term: { until: '2020-05-31' } } })
    const remembered = await enforced(ended(), { now: Date.parse('2020-05-01T00:00:00Z') })
    const settings = { ...defaults, afterTerm: 'continue' as const }
    const { entries, added } = await planOver(ended(), { remembered, settings })
    expect(entries.map(({ event, beyondTerm }) => [event, beyondTerm])).toEqual([
      ['no-longer-applied', false],
      ['applied', true],
    ])
    expect(added).toEqual([])
  })
})

it('after a refusal what was in force is remembered, with the last reason alone', () => {
  const refused = (message: string) => ({ code: 'rules-refused', path: '', message })
  const limited = { code: 'ip-not-enforced', path: 'an-order', message: '' }
  const before = { ...nothingEnforced, fingerprint: 'f', limitations: [limited] }
  expect(afterRefusal(afterRefusal(before, refused('first')), refused('second'))).toEqual({
    ...before,
    limitations: [refused('second'), limited],
  })
})
