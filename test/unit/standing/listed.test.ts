import { expect, it } from 'vitest'
import { listedOrders, recordOf, type FollowedFeed } from '../../../src/standing/record.ts'
import { keptOrders } from '../enforcement/records.ts'

const { records } = keptOrders(
  { values: { id: 'one' }, provenance: 'bundled' },
  { values: { id: 'one' }, provenance: 'user' },
  { values: { id: 'two' }, provenance: 'user' },
  { values: { id: 'two' }, provenance: 'policy' },
)
const listed = (lockedChoices?: string[]) => listedOrders(records, lockedChoices).map(({ key }) => key)

it('of several with one id, the policy’s is listed, else the person’s', () =>
  expect(listed()).toEqual(['user:one', 'policy:two']))

it('a person’s document replaces none that an administrator has chosen for, whenever it came', () =>
  expect(listed(['one'])).toEqual(['bundled:one', 'policy:two']))

const ofFeed = (root: string) => {
  const { order } = keptOrders({ values: { id: 'one' } }).records[0]!
  const feed = { root, address: `https://${root}.example/`, version: 1 }
  const given = { provenance: 'feed', feed, choice: 'apply', digest: 'd', addedAt: 0 } as const
  return recordOf({ ...order, targets: [] }, given)
}
const followed = (root: string, byOrganisation = false): FollowedFeed => ({ root, addresses: [], byOrganisation })
const [bundled, own] = records

it('a feed’s order stands before the bundled one and behind the person’s', () => {
  const feeds = [followed('a')]
  expect(listedOrders([bundled!, ofFeed('a')], [], feeds)).toMatchObject([{ key: 'feed/a:one' }])
  expect(listedOrders([ofFeed('a'), own!], [], feeds)).toMatchObject([{ key: 'user:one' }])
})

it('of two feeds’ the first one’s is listed, wherever its record lies', () => {
  const feeds = [followed('b'), followed('a')]
  expect(listedOrders([ofFeed('a'), ofFeed('b')], [], feeds)).toMatchObject([{ key: 'feed/b:one' }])
})

it('what an administrator’s feed brings is replaced by no document and no feed of a person’s', () => {
  const feeds = [followed('b', true), followed('a')]
  expect(listedOrders([ofFeed('a'), ofFeed('b'), own!], ['one'], feeds)).toMatchObject([{ key: 'feed/b:one' }])
})
