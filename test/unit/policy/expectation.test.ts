import { expect, it } from 'vitest'
import { expectationText, parseExpectation, togetherOf, unmetBy } from '../../../src/policy/expectation.ts'

const expected = { count: 2, digest: 'ab'.repeat(32), revision: '2026-11-30 v7' }

it('an expectation is read as it is written', () => {
  expect(parseExpectation(expectationText(expected))).toEqual(expected)
  expect(parseExpectation(expectationText({ ...expected, count: 1 }))).toMatchObject({ count: 1 })
})

it.each([
  undefined,
  2,
  '',
  '2 orders',
  `2 orders, sha256 ${'g'.repeat(64)}, revision x`,
  `2 orders, sha256 ${'ab'.repeat(32)}, revision `,
])('anything else is none: %j', (text) => expect(parseExpectation(text)).toBeUndefined())

it('documents together are the same in any order', () => expect(togetherOf(['b', 'a'])).toBe(togetherOf(['a', 'b'])))

it.each([
  [2, expected.digest, undefined],
  [1, expected.digest, '2 orders were sent and 1 arrived whole'],
  [3, expected.digest, '2 orders were sent and 3 arrived whole'],
  [2, 'cd'.repeat(32), 'other orders arrived than were sent'],
])('%d orders, %s: %s', (count, digest, message) => {
  const unmet = unmetBy(expected, count, digest)
  if (message === undefined) expect(unmet).toBeUndefined()
  else expect(unmet?.message).toContain(message)
})
