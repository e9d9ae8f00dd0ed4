import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import schema from '../../../public/managed_schema.json' with { type: 'json' }
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { effectiveSettings, managedKeys, readPolicy } from '../../../src/policy/policy.ts'
import { defaults } from '../../../src/policy/settings.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import wrong from '../../fixtures/policies/wrong-values.json' with { type: 'json' }
import { expanded, orderText } from '../deployment/expanded.ts'

const read = (managed: unknown) => readPolicy(managed, parseOrderText)

interface WrongPolicy {
  name: string
  managed: unknown
  settings?: object
  orders?: string[]
  issues: [code: string, path: string, message: string][]
}

describe('a wrong policy', () => {
  it.each(wrong as unknown as WrongPolicy[])('$name: said at its place, and the rest applies', (one) => {
    const { settings, orders, issues } = read(expanded(one.managed))
    for (const [code, path, message] of one.issues)
      expect(issues).toContainEqual(expect.objectContaining({ code, path, message: expect.stringContaining(message) }))
    const paths = new Set(one.issues.map(([, path]) => path.split('.')[0]))
    expect(issues.filter(({ path }) => !paths.has(path.split('.')[0]!))).toEqual([])
    expect(orders.map(({ order }) => order.id)).toEqual(one.orders ?? [])
    if (one.settings) expect(settings).toMatchObject(one.settings)
  })

  it('says that an order cannot be read also beside thousands of wrong names', () => {
    const { issues } = read({ protectedNames: Array.from({ length: 2000 }, () => 'com'), orders: ['{'] })
    expect(issues).toContainEqual(expect.objectContaining({ code: 'not-json', path: 'orders[0]' }))
  })

  it('there are forty of them', () => expect(wrong.length).toBeGreaterThanOrEqual(40))
})

describe('a policy', () => {
  const good = { settings: {}, orders: [], issues: [] }

  it.each([undefined, null, {}])('%j sets nothing', (managed) => expect(read(managed)).toEqual(good))

  it.each([
    [{ neverContact: 1 }, { neverContact: true }],
    [{ neverContact: 'TRUE' }, { neverContact: true }],
    [{ allowUserOrders: '0' }, { allowUserOrders: false }],
    [{ afterTerm: ' Continue ' }, { afterTerm: 'continue' }],
    [
      { bundledOrders: 'fr-tgi-paris-11-60013:beyond-term' },
      { choices: { 'fr-tgi-paris-11-60013': 'apply-beyond-term' } },
    ],
    [{ bundledOrders: '["fr-tgi-paris-11-60013"]' }, { choices: { 'fr-tgi-paris-11-60013': 'apply' } }],
    [{ bundledOrders: '[]' }, { choices: {} }],
    // Joined letters: Persian for "I want", a family.
    [{ supportName: 'می\u200cخواهم 👩\u200d👦' }, { supportName: 'می\u200cخواهم 👩\u200d👦' }],
  ])('%j is understood', (managed, settings) => {
    expect(read(managed)).toEqual({ settings, orders: [], issues: [] })
  })

  it.each([
    ['a list of texts', [orderText({ id: 'one-order' }), orderText({ id: 'two-orders' })]],
    [
      'a list of objects',
      [
        { ...minimal, id: 'one-order' },
        { ...minimal, id: 'two-orders' },
      ],
    ],
    ['the JSON text of a list', JSON.stringify([{ ...minimal, id: 'one-order' }, orderText({ id: 'two-orders' })])],
    ['lines', `${orderText({ id: 'one-order' })}\r\n\r\n${orderText({ id: 'two-orders' })}\n`],
  ])('takes orders as %s', (_, orders) => {
    const policy = read({ orders })
    expect(policy.issues).toEqual([])
    expect(policy.orders.map(({ order }) => order.id)).toEqual(['one-order', 'two-orders'])
    for (const { order, text } of policy.orders) expect(parseOrderText(text)).toMatchObject({ ok: true, value: order })
  })

  it('takes one document where a list was meant', () => {
    expect(read({ orders: orderText({}) }).orders).toHaveLength(1)
    expect(read({ orders: minimal }).orders).toHaveLength(1)
  })
})

describe('the settings that hold', () => {
  it("are the administrator's, then the user's, then the defaults; what is set is locked", () => {
    const policy = read({ afterTerm: 'continue', bundledOrders: ['fr-tgi-paris-11-60013'] })
    const user = {
      afterTerm: 'stop',
      neverContact: true,
      choices: { 'fr-tgi-paris-11-60013': 'list', mine: 'list' },
    } as const
    const { settings, locked } = effectiveSettings(user, policy)
    expect(settings).toEqual({
      ...defaults,
      afterTerm: 'continue',
      neverContact: true,
      choices: { 'fr-tgi-paris-11-60013': 'apply', mine: 'list' },
    })
    expect(locked).toEqual(['afterTerm'])
  })

  it('do not have what a person chose for an order of the id that the policy brings', () => {
    const user = { choices: { brought: 'list', stays: 'list', mine: 'list' } } as const
    const policy = read({ orders: [orderText({ id: 'brought' })] })
    expect(effectiveSettings(user, policy, ['stays']).settings.choices).toEqual({ mine: 'list' })
  })

  it.each([
    ['stop', 'apply'],
    ['continue', 'apply-beyond-term'],
  ])('where the administrator says "%s" after the term, turn the choice to go beyond it into %s', (afterTerm, left) => {
    const user = { choices: { mine: 'apply-beyond-term' } } as const
    expect(effectiveSettings(user, read({ afterTerm })).settings.choices).toEqual({ mine: left })
  })
})

describe('the managed schema', () => {
  const properties = new Map(Object.entries(schema.properties))

  it('has every setting that is read, and no other', () => {
    expect([...properties.keys()].toSorted()).toEqual([...managedKeys].toSorted())
  })

  it('is described whole to administrators, in docs/deploy.md', () => {
    const described = readFileSync('docs/deploy.md', 'utf8')
    expect(managedKeys.filter((key) => !described.includes(`\`${key}\``))).toEqual([])
  })

  it('keeps to what Chromium accepts, and to what cannot lose a value: types alone', () => {
    const keywords = new Set<string>()
    const gather = (value: object) => {
      for (const [key, below] of Object.entries(value)) {
        keywords.add(key)
        if (key === 'properties') for (const one of Object.values(below as object)) gather(one as object)
        else if (typeof below === 'object') gather(below as object)
      }
    }
    gather(schema)
    expect([...keywords].toSorted()).toEqual([
      'additionalProperties',
      'description',
      'items',
      'properties',
      'title',
      'type',
    ])
    // At the top they make Chromium refuse the whole extension.
    expect(Object.keys(schema)).toEqual(['type', 'properties'])
  })
})
