import { describe, expect, it } from 'vitest'
import { bundled } from '../../../src/bundled/bundled.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'

const orders = bundled.map(({ document }) => {
  const parsed = parseOrder(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
})

describe('the orders that come with the extension', () => {
  it('quote a decision in its own language: a translation, or a remark on it, is no quotation', () => {
    const quoted = orders.flatMap(({ id, language, measures }) =>
      measures.flatMap(({ wording }) => (wording ? [[id, Object.keys(wording), [language]]] : [])),
    )
    expect(quoted.length).toBeGreaterThan(0)
    for (const [id, spoken, own] of quoted) expect([id, spoken]).toEqual([id, own])
  })
})
