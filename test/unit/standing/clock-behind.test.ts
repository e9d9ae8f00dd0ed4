import { expect, it } from 'vitest'
import { instantFor, isBehind } from '../../../src/standing/clock-behind.ts'

const noon = Date.parse('2026-06-01T12:00:00Z')
const minutes = (count: number) => count * 60 * 1000

it.each([
  ['ahead', noon + 1, false],
  ['put right by an hour', noon - minutes(60), false],
  ['set back by more', noon - minutes(61), true],
])('a clock that is %s', (_, now, expected) => {
  expect(isBehind(noon, now)).toBe(expected)
})

it('orders that were applied are judged by the latest time that was seen, others by the clock', () => {
  const behind = { seen: noon, applied: ['user:one'] }
  expect(['user:one', 'user:two'].map((key) => instantFor(key, behind, 5))).toEqual([noon, 5])
  expect(instantFor('user:one', undefined, 5)).toBe(5)
})
