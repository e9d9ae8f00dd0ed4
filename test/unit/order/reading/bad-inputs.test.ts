import { afterAll, expect, it } from 'vitest'
import { parseOrderText } from '../../../../src/order/reading/parse.ts'
import inputs from '../../../fixtures/bad-inputs.json' with { type: 'json' }
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }

/** A document by its text, by what stands in place of the version's key, or by its values; taken where it has no code. */
interface BadInput {
  group: string
  what: string
  text?: string
  change?: string
  values?: object
  code?: string
}

const rows: { group: string; what: string; expected: string; given: string }[] = []
afterAll(() => console.table(rows))

function textOf({ text, change, values }: BadInput): string {
  if (text !== undefined) return text
  const whole = JSON.stringify({ ...minimal, ...values })
  return change === undefined ? whole : whole.replace('"version":1', () => change)
}

it.each(inputs as BadInput[])('$group: $what', (input) => {
  const parsed = parseOrderText(textOf(input))
  const given = parsed.ok ? 'taken' : parsed.issues.map(({ code }) => code).join(' ')
  const expected = input.code ?? 'taken'
  rows.push({ group: input.group, what: input.what, expected, given })
  expect(given).toBe(expected)
})
