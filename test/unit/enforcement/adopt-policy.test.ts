import { expect, it } from 'vitest'
import { adoptPolicy } from '../../../src/enforcement/adopt-policy.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { readPolicy } from '../../../src/policy/policy.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import type { EffectiveSettings } from '../../../src/policy/effective-settings.ts'
import { keptOrders } from './records.ts'

const byPolicy = (id: string) => ({ values: { id }, provenance: 'policy' as const })

/** Under a policy, with digests that are the texts' lengths' stand-ins: `d1` for each. */
function adopt(managed: object, { records } = keptOrders(), digest = 'd1') {
  const policy = readPolicy(managed, parseOrderText)
  const held = { values: managed as Record<string, unknown>, missing: [] }
  return adoptPolicy({ policy, digests: policy.orders.map(() => digest), held }, records, {})
}

const orders = (...ids: string[]) => ids.map((id) => ({ ...minimal, id }))

it('a new order arrives, one whose text is the same does not, one whose text is another does', () => {
  const kept = keptOrders(byPolicy('same'))
  const arriving = (digest: string) => adopt({ orders: orders('same', 'new') }, kept, digest).arrivals
  expect(arriving('d1').map(({ order }) => order.id)).toEqual(['new'])
  expect(arriving('d2').map(({ order }) => order.id)).toEqual(['same', 'new'])
})

it('an order that the policy no longer has is dropped, and those of others are not', () => {
  const kept = keptOrders(byPolicy('gone'), byPolicy('stays'), { values: { id: 'own' } })
  expect(adopt({ orders: orders('stays') }, kept).dropped).toEqual(['policy:gone'])
})

it('none is dropped while one of the policy cannot be read, and it is said which stay', () => {
  const { dropped, effective } = adopt({ orders: [{ id: 'nothing' }] }, keptOrders(byPolicy('which')))
  expect(dropped).toEqual([])
  expect(effective.issues.at(-1)).toMatchObject({ code: 'orders-stay', path: 'orders' })
  expect(effective.issues.at(-1)!.message).toContain('which')
})

it('what an administrator has set and chosen is locked', () => {
  const [id] = ['fr-tgi-paris-11-60013']
  const { effective } = adopt({ afterTerm: 'continue', bundledOrders: [`${id}:beyond-term`] })
  expect(effective).toMatchObject({ managed: true, locked: ['afterTerm'], lockedChoices: [id], issues: [] })
  expect(effective.settings).toMatchObject({ afterTerm: 'continue', choices: { [id!]: 'apply-beyond-term' } })
})

it('what stays although the browser no longer gives it is said, and why the browser cannot read it', () => {
  const policy = readPolicy({ orders: [] }, parseOrderText)
  const held = { values: { orders: [] }, missing: ['orders'], unread: 'the disk is full' }
  const { issues } = adoptPolicy({ policy, digests: [], held }, [], {}).effective
  expect(issues).toMatchObject([
    { code: 'policy-stays', path: 'orders' },
    { code: 'policy-unread', path: '' },
  ])
  expect(issues[1]!.message).toContain('the disk is full')
})

it.each([[5], [''], ['fr-tgi-paris-11-6001'], [null]])(
  'what was chosen for a bundled order stays while that reads %j',
  (value) => {
    const [id] = ['fr-tgi-paris-11-60013']
    const before = adopt({ bundledOrders: [`${id}:beyond-term`] }).effective
    const policy = readPolicy({ bundledOrders: value }, parseOrderText)
    const held = { values: { bundledOrders: value }, missing: [] }
    const { effective } = adoptPolicy({ policy, digests: [], held }, [], {}, before)
    expect(effective.settings.choices).toEqual({ [id!]: 'apply-beyond-term' })
    expect(effective.lockedChoices).toEqual([id])
    expect(effective.issues).toHaveLength(1)
  },
)

const root = '5f'.repeat(32)
const feed = `https://feed.example/ ${root}`
const ofPerson = { addresses: ['https://own.example/'], root: 'ab'.repeat(32) }

/** Feeds that are followed under a policy, by a person who follows one of their own. */
function followed(managed: object, last?: EffectiveSettings) {
  const policy = readPolicy(managed, parseOrderText)
  const held = { values: managed as Record<string, unknown>, missing: [] }
  return adoptPolicy({ policy, digests: [], held }, [], { feeds: [ofPerson] }, last).effective
}

it('feeds are followed that an administrator names, then those of a person, where people may add orders', () => {
  const both = [
    { addresses: ['https://feed.example/'], root, byOrganisation: true },
    { ...ofPerson, byOrganisation: false },
  ]
  expect(followed({ feeds: [feed] }).feeds).toEqual(both)
  expect(followed({ feeds: [feed], allowUserOrders: false }).feeds).toEqual(both.slice(0, 1))
})

it('125 feeds go with the policy that named them, and stay while an entry of the list cannot be read', () => {
  const before = followed({ feeds: [feed] })
  expect(followed({ feeds: [] }, before).feeds.map((one) => one.root)).toEqual([ofPerson.root])
  expect(followed({ feeds: ['https://feed.example/'] }, before).feeds.map((one) => one.root)).toEqual([
    root,
    ofPerson.root,
  ])
})
