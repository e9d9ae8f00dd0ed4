import { describe, expect, it } from 'vitest'
import { isDue, nextLook, untilRetry } from '../../../src/enforcement/due.ts'
import { nothingEnforced } from '../../../src/enforcement/enforced.ts'
import { withoutRemoved } from '../../../src/enforcement/removed-choices.ts'
import { originsToForget } from '../../../src/enforcement/site-data.ts'
import { addressesOf } from '../../../src/enforcement/tab-addresses.ts'
import { filtersFor, manyNames, watchFor } from '../../../src/enforcement/watch.ts'
import { checkedRecords } from '../../../src/standing/check-records.ts'
import { keptOrders } from './records.ts'

const blocked = (domains: string[], urls: string[] = [], hosts: string[] = []) => ({
  order: 'an-order',
  domains,
  hosts,
  urls,
  ips: 0,
})
const day = 24 * 60 * 60 * 1000

describe('the watch', () => {
  it('listens for pages that come on every blocked name, and for pages that move on hosts of single addresses', () => {
    const urls = ['https://c.example/films', 'https://c.example/series']
    const hosts = ['www.d.example', 'd.example:8443']
    expect(watchFor([blocked(['a.example'], urls), blocked(['b.example'], [], hosts)])).toEqual({
      committed: ['c.example', 'www.d.example', 'd.example', 'a.example', 'b.example'],
      moved: ['c.example'],
    })
  })

  it('looks at every page that comes where names are too many to be asked for', () => {
    const names = Array.from({ length: manyNames }, (_, n) => `site${n}.example`)
    expect(watchFor([blocked(names)]).committed).toEqual(names)
    expect(watchFor([blocked(names), blocked(['one-more.example'])])).toEqual({ committed: 'all', moved: [] })
  })

  it('asks for a name and for whole labels below it, with the final dot and without', () => {
    const hits = (host: string) =>
      filtersFor('a.example').some(
        ({ hostEquals, hostSuffix }) => host === hostEquals || `.${host}`.endsWith(hostSuffix ?? '\n'),
      )
    for (const host of ['a.example', 'a.example.', 'www.a.example', 'www.a.example.']) expect(hits(host)).toBe(true)
    for (const host of ['other-a.example', 'example']) expect(hits(host)).toBe(false)
  })
})

describe('a start of the background looks anew', () => {
  it.each([
    ['not before a change is due', 200, 100, 150, false],
    ['not where none is to come', undefined, 100, 150, false],
    ['where a change fell due since', 200, 100, 200, true],
    ['not at once where the browser refused what was due', 200, 210, 220, false],
    ['a while after the browser refused what was due', 200, 210, 210 + untilRetry, true],
    ['where the last look was made by a clock that was ahead', 2000, 1000, 500, true],
  ])('%s', (_, nextChange, last, now, due) => {
    expect(isDue({ ...nothingEnforced, ...(nextChange === undefined ? {} : { nextChange }) }, last, now)).toBe(due)
  })
})

describe('the next look', () => {
  it.each([
    ['is at the next change', 500, 0, 500],
    ['is a day away at most, for the clock may be wrong', 10 * day, 0, day],
    ['is a day away where no change is to come', undefined, 0, day],
    ['is soon where what is due was refused', 100, 200, 200 + untilRetry],
  ])('%s', (_, next, now, at) => expect(nextLook(next, now)).toBe(at))
})

describe('site data is forgotten', () => {
  it('of each name that is newly blocked and its www, over both schemes', () => {
    expect(originsToForget([blocked(['a.example'])])).toEqual([
      'http://a.example',
      'https://a.example',
      'http://www.a.example',
      'https://www.a.example',
    ])
  })

  it('of a name that is blocked alone without its www, and on its port', () => {
    expect(originsToForget([blocked([], [], ['a.example', 'b.example:8443'])])).toEqual([
      'http://a.example',
      'https://a.example',
      'http://b.example:8443',
      'https://b.example:8443',
    ])
  })

  it('neither where only addresses are new, nor where names are so many that the watch is cheaper', () => {
    expect(originsToForget([blocked([], ['https://c.example/films'])])).toEqual([])
    expect(originsToForget([blocked(Array.from({ length: 1001 }, (_, n) => `site${n}.example`))])).toEqual([])
  })
})

describe('the addresses of a tab', () => {
  it.each([
    [
      'what it shows and what is being opened',
      { url: 'http://a.tv/', pendingUrl: 'https://b.tv/' },
      ['http://a.tv/', 'https://b.tv/'],
    ],
    ['the page whose source it shows', { url: 'view-source:http://a.tv/films' }, ['http://a.tv/films']],
    [
      'the page of which it shows the reader view',
      { url: 'about:reader?url=http%3A%2F%2Fa.tv%2Ffilms%3Fx%3D1' },
      ['http://a.tv/films?x=1'],
    ],
    ['none of a reader view of nothing', { url: 'about:reader?' }, []],
    ['the site that has made a document', { url: 'blob:http://a.tv/1b9d6bcd' }, ['http://a.tv/']],
    ['none of the browser’s own', { url: 'about:blank' }, []],
    ['none where none is known', {}, []],
  ])('are %s', (_, tab, addresses) => expect(addressesOf(tab)).toEqual(addresses))
})

describe('what was chosen for a removed order', () => {
  const choices = { gone: 'list', other: 'apply' } as const
  it('goes with it', () => expect(withoutRemoved(choices, ['gone'], ['other'])).toEqual({ other: 'apply' }))
  it('stays while another of its id is kept', () =>
    expect(withoutRemoved(choices, ['gone'], ['gone'])).toEqual(choices))
})

it('a damaged record is passed over, and the others are read', () => {
  const { records } = keptOrders({})
  const damaged = [undefined, {}, { ...records[0], schedule: undefined }, { ...records[0], provenance: 'nobody' }]
  expect(checkedRecords([...damaged, ...records])).toEqual(records)
})
