import { describe, expect, it } from 'vitest'
import { bucketsFor, find } from '../../../src/names/find.ts'
import { mayCover, type NameFilter } from '../../../src/names/name-filter.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { liesIn, suffixesOf } from '../../../src/order/suffixes.ts'

const labels = (count: number) => Array.from({ length: count }, () => 'a').join('.')

describe('the names under which a host could be listed', () => {
  it.each([
    ['www.dpstream.tv', ['www.dpstream.tv', 'dpstream.tv']],
    ['notdpstream.tv', ['notdpstream.tv']],
    ['dpstream.tv.example.com', ['dpstream.tv.example.com', 'tv.example.com', 'example.com']],
    ['tv', []],
    ['', []],
  ])('of %j are %j', (host, names) => expect(suffixesOf(host)).toEqual(names))

  it('are those of every name that the DNS takes, and of no other host', () => {
    const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    expect(suffixesOf(longest)).toHaveLength(3)
    expect(suffixesOf(`e${longest}`)).toEqual([])
    expect(suffixesOf(labels(127))).toHaveLength(126)
    expect(suffixesOf(labels(128))).toEqual([])
    expect(suffixesOf(`${'.'.repeat(126)}dpstream.tv`)).toEqual([])
  })
})

/** How much is read for a host: the steps that its looking up takes. */
function stepsFor(host: string): number {
  let steps = 0
  const query = parseQuery(`http://${host}/`)!
  const bucket = () => {
    steps++
    return ''
  }
  find(query, { orders: [], bucketCount: 1024, bucket })
  steps += bucketsFor(query.host, 1024).length
  const fingerprints = {
    length: 30,
    charCodeAt() {
      steps++
      return 0x40
    },
  } as unknown as string
  const filter: NameFilter = { seed: 1, width: 2, segmentLength: 1, segmentCount: 13, fingerprints }
  mayCover(filter, query.host)
  liesIn(query.host, {
    has() {
      steps++
      return false
    },
  } as unknown as ReadonlySet<string>)
  return steps
}

describe('looking a host up', () => {
  it('takes steps for its labels, of a name that can be', () => {
    for (const count of [2, 10, 100, 127]) {
      expect(stepsFor(labels(count))).toBeGreaterThanOrEqual(3 * (count - 1))
      expect(stepsFor(labels(count))).toBeLessThanOrEqual(9 * (count - 1))
    }
  })

  it('takes none of one that cannot be, however long', () => {
    for (const count of [128, 1000, 10_000, 1_000_000]) expect([count, stepsFor(labels(count))]).toEqual([count, 0])
  })
})
