import { expect, it } from 'vitest'
import { heldValues, type HeldValues } from '../../../src/policy/held-values.ts'

const last: HeldValues = { values: { orders: ['A', 'B'], bundledOrders: ['C'], afterTerm: 'continue' }, missing: [] }
const held = (values: Record<string, unknown>, byOrganisation = true) => heldValues(last, { values }, byOrganisation)

it.each([
  ['a list that is empty withdraws', { orders: [], bundledOrders: [] }, { orders: [], bundledOrders: [] }, []],
  ['a shorter list is what it says', { orders: ['B'], bundledOrders: [] }, { orders: ['B'], bundledOrders: [] }, []],
  [
    'a key that is gone stays, and what was said in its place is no other name of it',
    { Orders: ['A'], bundledOrders: ['C'] },
    { Orders: ['A'], bundledOrders: ['C'], orders: ['A', 'B'] },
    ['orders'],
  ],
  ['bundled orders stay as well', { orders: ['A'] }, { orders: ['A'], bundledOrders: ['C'] }, ['bundledOrders']],
  ['a policy that is gone stays whole', {}, last.values, ['orders', 'bundledOrders', 'afterTerm']],
])('where an administrator installed it, %s', (_, given, values, missing) =>
  expect(held(given)).toEqual({ values, missing }),
)

it('what stays goes on staying, until it is withdrawn', () => {
  const once = held({ afterTerm: 'stop' })
  const twice = heldValues(once, { values: { afterTerm: 'stop' } }, true)
  expect(twice).toEqual(once)
  expect(heldValues(twice, { values: { orders: [], bundledOrders: [] } }, true).missing).toEqual([])
})

it('a setting that brings no order is gone when it is gone', () => {
  const settings: HeldValues = { values: { orders: [], afterTerm: 'continue' }, missing: [] }
  expect(heldValues(settings, { values: {} }, true)).toEqual({ values: {}, missing: [] })
})

it('where a person installed it, a policy that is gone is gone', () => {
  expect(held({}, false)).toEqual({ values: {}, missing: [] })
  expect(held({ afterTerm: 'stop' }, false)).toEqual({ values: { afterTerm: 'stop' }, missing: [] })
})

it('a policy that the browser cannot read stays, and the reason is kept until it can', () => {
  const unread = heldValues(last, { unread: 'the disk is full' }, false)
  expect(unread).toEqual({ ...last, unread: 'the disk is full' })
  expect(heldValues(unread, { values: last.values }, false)).toEqual(last)
})

it('while other orders arrive than were sent, the last ones stay and the rest of the policy applies', () => {
  const unexpected = { code: 'orders-unexpected', path: 'expects', message: 'is not met' }
  const given = { values: { orders: ['A'], bundledOrders: [], scope: 'every' } }
  const held = heldValues(last, given, true, unexpected)
  expect(held).toEqual({ values: { orders: ['A', 'B'], bundledOrders: [], scope: 'every' }, missing: [], unexpected })
  expect(heldValues(held, { values: { orders: [], bundledOrders: [] } }, true)).not.toHaveProperty('unexpected')
  expect(heldValues({ values: {}, missing: [] }, given, true, unexpected).values).toEqual(given.values)
})
