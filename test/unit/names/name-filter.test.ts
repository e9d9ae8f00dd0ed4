import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayCover, mayHold, nameFilter } from '../../../src/names/name-filter.ts'
import { long } from '../../deep/share.ts'

const names = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}.example`)
const others = (count: number) => Array.from({ length: count }, (_, at) => `other-${at}.test`)

describe('the filter of names', () => {
  it.each([1, 2, 3, 10, 16, 100, 1000, 20_000, 30_000, 250_000])('holds each of %i names', (count) => {
    const filter = nameFilter(names(count))
    expect(names(count).filter((name) => !mayHold(filter, name))).toEqual([])
  })

  it('holds what it was given, whatever it is', long, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.domain(), fc.string())), (given) => {
        const filter = nameFilter([...given, ...given])
        expect(given.filter((name) => !mayHold(filter, name))).toEqual([])
      }),
    )
  })

  it.each([
    { count: 16, width: 5, most: 0 },
    { count: 20_000, width: 5, most: 0 },
    { count: 100_000, width: 3, most: 5 },
    { count: 250_000, width: 2, most: 100 },
  ])('lets few others pass: $count names, $width characters each', ({ count, width, most }) => {
    const filter = nameFilter(names(count))
    expect(filter.width).toBe(width)
    expect(others(200_000).filter((name) => mayHold(filter, name)).length).toBeLessThanOrEqual(most)
    expect(filter.fingerprints.length).toBeLessThan(count * width * 1.4 + 2000)
    expect(filter.fingerprints).toMatch(/^[\x40-\x7f]*$/)
  })

  it('holds nothing when it is empty', () => expect(mayHold(nameFilter([]), 'a.example')).toBe(false))

  it('covers the names below a name that it holds, and no look-alike', () => {
    const filter = nameFilter(['dpstream.tv'])
    for (const host of ['dpstream.tv', 'www.dpstream.tv', 'a.b.dpstream.tv']) expect(mayCover(filter, host)).toBe(true)
    for (const host of ['notdpstream.tv', 'dpstream.tv.example.com', 'tv', 'constructor.io', '__proto__.example'])
      expect(mayCover(filter, host)).toBe(false)
  })
})
