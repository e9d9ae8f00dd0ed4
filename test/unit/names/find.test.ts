import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/names/query.ts'
import { find } from '../../../src/names/find.ts'
import { addTargets } from '../../../src/names/indexing.ts'
import type { Target } from '../../../src/order/order.ts'
import { BucketWriter, type NameIndex } from '../../../src/names/name-buckets.ts'
import cases from '../../fixtures/names.json' with { type: 'json' }
import { long } from '../../deep/share.ts'

function indexOf(targets: readonly Target[], pageHint = targets.length): NameIndex {
  const writer = new BucketWriter(pageHint)
  const effects = { block: true, delist: true }
  addTargets(
    writer,
    0,
    targets.map((target) => ({ target, effects })),
  )
  const buckets = writer.buckets()
  return { orders: ['user:test'], bucketCount: buckets.length, bucket: (number) => buckets[number]! }
}

function covering(index: NameIndex, input: string): string[] {
  const question = parseQuery(input)
  return question ? find(question, index).map(({ value }) => value) : []
}

describe('the one matcher', () => {
  for (const { name, listed, ask, covered } of cases)
    it(name, () => expect(covering(indexOf(listed), ask)).toEqual(covered))

  it('answers the same however many pages there are', long, () => {
    // A label that begins with xn-- is punycode, which not every string is.
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((one) => !one.startsWith('xn--'))
    // A last label of digits would make an IP address of it.
    const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.tv`)
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 1, maxLength: 40 }), host, (listed, other) => {
        for (const question of [...listed, other, `www.${listed[0]}`, `not${listed[0]}`]) {
          const expected = listed
            .filter((name) => question === name || question.endsWith(`.${name}`))
            .toSorted((a, b) => b.length - a.length)
          for (const hint of [1, 100_000]) expect(covering(indexOf(listed, hint), question)).toEqual(expected)
        }
      }),
    )
  })

  it('keeps everything that an entry says', () => {
    const writer = new BucketWriter(1)
    const entry = {
      order: 3,
      position: 17,
      block: false,
      delist: true,
      periods: [{ until: 1 }, { from: 2, until: 3 }, { from: -4 }],
      url: 'https://a.tv/x,y\tz',
    }
    const host = { order: 3, position: 18, block: true, delist: false, exact: true as const, port: 8443, periods: [] }
    writer.add('a.tv', entry)
    writer.add('b.tv', host)
    const [page] = writer.buckets()
    const index = { orders: ['0', '1', '2', 'user:x'], bucketCount: 1, bucket: () => page! }
    expect(find({ host: 'a.tv', url: 'https://a.tv/x,y\tz/1' }, index)[0]!.entry).toEqual(entry)
    expect(find({ host: 'b.tv', url: 'https://b.tv:8443/' }, index)[0]!.entry).toEqual(host)
  })
})
