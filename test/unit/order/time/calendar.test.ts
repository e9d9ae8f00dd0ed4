import fc from 'fast-check'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { expect, it } from 'vitest'
import { isDate } from '../../../../src/order/time/calendar.ts'

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2023-04-31', false],
  ['2023-00-10', false],
  ['2023-13-01', false],
  ['0999-01-01', false],
  ['2023-1-01', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected)
})

it('the days are those of the ISO calendar', () => {
  const parts = fc.record({
    year: fc.integer({ min: 1000, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  const two = (number: number) => String(number).padStart(2, '0')
  fc.assert(
    fc.property(parts, ({ year, month, day }) => {
      const exists = day <= PlainDate.daysInMonth(PlainDate.create(year, month, 1))
      expect(isDate(`${year}-${two(month)}-${two(day)}`)).toBe(exists)
    }),
  )
})
