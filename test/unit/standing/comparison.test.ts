import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/standing/comparison.ts'
import { type Provenance, recordOf } from '../../../src/standing/record.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

function record(values: object, digest: string, provenance: Provenance = 'user') {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return recordOf(parsed.value, { provenance, choice: 'apply', digest, addedAt: 0 })
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}.example.com`)
const kept = record({ version: 3, targets: names(40) }, 'kept')

describe('an order that arrives, beside the one of its id that is kept', () => {
  it.each([
    ['same', record({ version: 3 }, 'kept')],
    ['rewritten', record({ version: 3 }, 'other')],
    ['newer', record({ version: 4 }, 'other')],
    ['older', record({ version: 2 }, 'other')],
    ['new', record({ id: 'another-order' }, 'other')],
  ] as const)('is %s', (relation, arriving) => {
    const comparison = compare(arriving, [kept])
    expect(comparison.relation).toBe(relation)
    expect(comparison.kept).toBe(relation === 'new' ? undefined : kept)
  })

  it.each([
    [20, true],
    [21, false],
    [79, false],
    [80, true],
  ])('with %i names for 40: a jump is %s', (count, jump) => {
    expect(compare(record({ version: 4, targets: names(count) }, 'a'), [kept]).jump).toBe(jump)
  })

  it('of few names does not jump', () => {
    const few = record({ version: 1, targets: names(1) }, 'a')
    expect(compare(record({ version: 2, targets: names(9) }, 'b'), [few]).jump).toBe(false)
  })

  it('is compared with the user’s before the bundled one, and stands behind a policy’s', () => {
    const bundled = record({ version: 9 }, 'bundled', 'bundled')
    const policy = record({ version: 9 }, 'policy', 'policy')
    expect(compare(record({ version: 4 }, 'a'), [bundled, kept])).toMatchObject({ kept, behindPolicy: false })
    expect(compare(record({ version: 4 }, 'a'), [bundled])).toMatchObject({ relation: 'older', kept: bundled })
    expect(compare(record({ version: 4 }, 'a'), [policy])).toMatchObject({ relation: 'new', behindPolicy: true })
  })
})
