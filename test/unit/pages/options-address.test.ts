import { describe, expect, it } from 'vitest'
import { addressOf, hashOf, type Address } from '../../../extension/pages/options/address.ts'

const addresses: [string, Address][] = [
  ['#status', { view: 'status' }],
  ['#orders?state=beyond-term', { view: 'orders', state: 'beyond-term' }],
  ['#orders?state=ended&search=cour+Paris', { view: 'orders', state: 'ended', search: 'cour Paris' }],
  ['#orders/user%3Aan-order', { view: 'orders', order: 'user:an-order' }],
  ['#register/an-order', { view: 'register', order: 'an-order' }],
]

describe('the address of a part of the options page', () => {
  it.each(addresses)('%s is read and written', (hash, address) => {
    expect(addressOf(hash)).toEqual(address)
    expect(hashOf(address)).toBe(hash)
  })

  it.each(['', '#', '#nowhere', '#%', '#orders%/x'])('%j leads to the status', (hash) => {
    expect(addressOf(hash)).toEqual({ view: 'status' })
  })

  it('knows no other states than there are, and no order whose name cannot be read', () => {
    expect(addressOf('#orders?state=guilty')).toEqual({ view: 'orders' })
    expect(addressOf('#orders/%E0%A4%A')).toEqual({ view: 'orders' })
  })
})
