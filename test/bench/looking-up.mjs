import { nameOf, namesOf } from './names.mjs'
import { bounded } from './rows.mjs'

/** Looking a hundred hosts up among a million, half of them covered. @returns {Promise<import('./rows.mjs').Row[]>} */
export async function lookup() {
  const { measureLookup } = await import(new URL('../../dist/bench/core.js', import.meta.url).href)
  const ms = /** @type {number} */ (measureLookup(namesOf(1_000_000), (/** @type {number} */ at) => nameOf(at * 777)))
  return [bounded('lookup of 100 hosts among 1,000,000, warm', ms, 0.3, 'ms')]
}
