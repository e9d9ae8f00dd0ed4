import { describe, expect, it } from 'vitest'
import { dueNow, nextPoll, retryTime, type Polls } from '../../../src/feed/schedule.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-12-01T12:00:00Z')

describe('the next poll', () => {
  it.each<[string, Polls, [number, number]]>([
    ['the first', { failures: 0 }, [0, 0]],
    ['the first, of a busy server', { failures: 1, notBefore: now + hour }, [hour, hour]],
    ['after one that went well', { last: now, failures: 0 }, [4.8 * hour, 7.2 * hour]],
    ['after one that failed', { last: now, failures: 1 }, [4.8 * hour, 7.2 * hour]],
    ['after two that failed', { last: now, failures: 2 }, [9.6 * hour, 14.4 * hour]],
    ['after very many that failed', { last: now, failures: 2000 }, [19.2 * hour, 28.8 * hour]],
    ['at a start, soon after the last', { last: now - hour, failures: 0 }, [3.8 * hour, 6.2 * hour]],
    ['at a start, days after the last', { last: now - 72 * hour, failures: 0 }, [0, 0.5 * hour]],
    [
      'of a server that is busy for longer',
      { last: now, failures: 1, notBefore: now + 20 * hour },
      [20 * hour, 20.5 * hour],
    ],
    ['28, by a clock that was set back', { last: now + 17_520 * hour, failures: 0 }, [4.8 * hour, 7.2 * hour]],
    ['29, by a clock that was set ahead', { last: now - 17_520 * hour, failures: 0 }, [0, 0.5 * hour]],
  ])('%s', (_, polls, [least, most]) => {
    expect((nextPoll(polls, now, 0) - now) / hour).toBeCloseTo(least / hour, 6)
    expect((nextPoll(polls, now, 1) - now) / hour).toBeCloseTo(most / hour, 6)
  })
})

describe('a feed that was never read', () => {
  it.each([
    [1, 5 * minute],
    [2, 10 * minute],
    [7, 320 * minute],
    [20, 6 * hour],
  ])('after %i failures is asked again soon', (failures, wait) => {
    const polls = { last: now, failures, never: true }
    expect(nextPoll(polls, now, 0.5) - now).toBeCloseTo(wait, 6)
  })
})

describe('a poll that was planned', () => {
  const polls = { last: now - 6 * hour, failures: 0 }
  it.each<[string, number, number]>([
    ['is made when it is due', now + hour, now + hour],
    ['is made where it is a little late', now - 10 * minute, now - 10 * minute],
    ['123 is spread over half an hour after a sleep', now - 72 * hour, now + 15 * minute],
    ['28 is planned anew by a clock that was set back', now + 17_520 * hour, now + 15 * minute],
  ])('%s', (_, due, then) => expect(dueNow(polls, due, now, 0.5)).toBe(then))
})

describe('53 Retry-After', () => {
  it.each<[string, number | undefined]>([
    ['0', undefined],
    ['120', 2 * minute],
    ['1000000000', 24 * hour],
    ['99999999999999999999999', 24 * hour],
    ['Tue, 01 Dec 2026 13:00:00 GMT', hour],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 24 * hour],
    ['Mon, 01 Jan 2001 00:00:00 GMT', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['soon', undefined],
    ['2027', 2027 * 1000],
    ['2027-01-01', undefined],
    ['', undefined],
  ])('%j', (text, wait) => expect(retryTime(text, now)).toBe(wait === undefined ? undefined : now + wait))
})

/** The busiest minute of a day, as a multiple of the mean, for browsers that are always on. */
function busiest(outage: readonly [from: number, to: number] | undefined): number {
  const random = randomFrom(7)
  const browsers = 100_000
  const perMinute = new Map<number, number>()
  for (let browser = 0; browser < browsers; browser++) {
    let polls: Polls = { last: random() * 6 * hour, failures: 0 }
    for (let at = nextPoll(polls, polls.last!, random()); at < 60 * hour; at = nextPoll(polls, at, random())) {
      const failed = outage !== undefined && at >= outage[0] && at < outage[1]
      polls = { last: at, failures: failed ? polls.failures + 1 : 0 }
      if (at > 12 * hour) perMinute.set(Math.floor(at / minute), (perMinute.get(Math.floor(at / minute)) ?? 0) + 1)
    }
  }
  return Math.max(...perMinute.values()) / (browsers / (6 * 60))
}

/** Numbers from 0 to 1, the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('57 a hundred thousand browsers', () => {
  it.each<[string, readonly [number, number] | undefined]>([
    ['on an ordinary day', undefined],
    ['after an outage of an hour', [18 * hour, 19 * hour]],
    ['after an outage of half a day', [18 * hour, 30 * hour]],
    ['after an outage of a day', [18 * hour, 42 * hour]],
  ])(
    'never ask at once, %s',
    (_, outage) => {
      expect(busiest(outage)).toBeLessThan(1.5)
      expect(busiest(outage)).toBeGreaterThan(1)
    },
    120_000,
  )
})
