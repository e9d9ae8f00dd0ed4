import { expect, it } from 'vitest'
import { listedOrders } from '../../../src/standing/record.ts'
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
