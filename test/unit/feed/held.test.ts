import { describe, expect, it } from 'vitest'
import { judgeChange } from '../../../src/feed/held.ts'

const names = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `${from + at}.example`)
const codes = (before: string[] | undefined, after: string[], isProtected: (entry: string) => boolean = () => false) =>
  judgeChange(before, after, isProtected).held.map(({ code }) => code)

describe('a change of an order’s entries', () => {
  it.each<[string, string[] | undefined, string[], string[]]>([
    ['a new order', undefined, names(5000), []],
    ['a new order that lists nothing', undefined, [], []],
    ['nothing new', names(10), names(10), []],
    ['exactly 20 % more', names(10), names(12), []],
    ['a little over 20 % more', names(10), names(13), ['held-change']],
    ['exactly 20 % fewer', names(10), names(8), []],
    ['a little over 20 % fewer', names(10), names(7), ['held-change']],
    ['10 % gone and 10 % come', names(10), names(10, 1), []],
    ['all replaced by as many others', names(10), names(10, 10), ['held-change']],
    ['an empty list', names(10), [], ['held-empty', 'held-change']],
    ['a list that was empty', [], names(10), []],
  ])('%s', (_, before, after, held) => expect(codes(before, after)).toEqual(held))

  it('is shown', () => {
    expect(judgeChange(['a.tv', 'b.tv'], ['b.tv', 'c.tv'], () => false)).toMatchObject({
      added: ['c.tv'],
      removed: ['a.tv'],
    })
  })

  it('is held for a protected name that is added, and not for one that was there', () => {
    const isProtected = (entry: string) => entry === '3.example'
    expect(codes(undefined, names(20), isProtected)).toEqual(['held-protected'])
    expect(codes(names(20), names(21), isProtected)).toEqual([])
  })
})
