import { readFileSync } from 'node:fs'

/**
 * A valid order document with other values, as JSON text.
 *
 * @param {Record<string, unknown>} values
 */
export function orderText(values) {
  const minimal = JSON.parse(readFileSync('test/fixtures/orders/minimal.json', 'utf8'))
  return JSON.stringify({ ...minimal, ...values })
}
