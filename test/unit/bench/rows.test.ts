import { expect, it } from 'vitest'
import { bounded, isTooMuch, row } from '../../bench/rows.mjs'

it.each([
  [1.35, 'yes', false],
  [1.36, 'missed by 0.7 %', false],
  [1.485, 'missed by 10 %', false],
  [1.5, 'missed by 11.1 %', true],
])('of a bound of 1.35, %d is: %s', (value, within, fails) => {
  const rows = [row('a page', value * 100, 100, 1.35), bounded('a size', value, 1.35, 'KB')]
  expect(rows.map((one) => one.within)).toEqual([within, within])
  expect(isTooMuch(rows)).toBe(fails)
})

it('what has no bound is told', () => {
  expect(row('a page', 300, 100)).toEqual({ what: 'a page', measured: '300.0 ms', against: '100.0 ms', ratio: 3 })
  expect(isTooMuch([row('a page', 300, 100)])).toBe(false)
})
