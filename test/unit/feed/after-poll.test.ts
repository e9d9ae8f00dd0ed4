import { describe, expect, it } from 'vitest'
import { afterFailure, afterReading } from '../../../src/feed/after-poll.ts'
import { feedStanding, newFeed, type FeedState } from '../../../src/feed/feed-state.ts'
import type { Trusted } from '../../../src/feed/tuf/update.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2026-12-01T12:00:00Z')
const fresh = newFeed({ root: 'ab', addresses: ['https://feed.example/'], byOrganisation: false })
const trusted = (expires: number) =>
  ({ root: { expires: now + 300 * day }, timestamp: { expires }, snapshot: { version: 12, expires } }) as Trusted
const made = { documents: [], issues: [], reader: '1.0' }
const read = (before: FeedState, at = now, expires = at + 7 * day) =>
  afterReading(before, trusted(expires), made, { now: at, random: 0.5 })
const fail = (before: FeedState, at = now, code = 'feed-unreachable') =>
  afterFailure(before, [{ code, path: '', message: 'm' }], { now: at, random: 0.5 })

describe('a feed', () => {
  it('is new until it was read, and asked again soon', () => {
    expect(feedStanding(fresh, now)).toBe('new')
    expect(feedStanding(fail(fresh), now)).toBe('new')
    expect(fail(fresh).due - now).toBe(300_000)
  })

  it('is current once it was read, for as long as that is good', () => {
    const state = read(fail(fresh))
    expect(state).toMatchObject({
      verifiedAt: now,
      version: 12,
      issues: [],
      polls: { failures: 0 },
      due: now + 6 * hour,
    })
    expect(feedStanding(state, now)).toBe('current')
    expect(feedStanding(state, now + 7 * day)).toBe('stale')
  })

  it('keeps what was read while the server fails, and says so', () => {
    const state = fail(read(fresh), now + hour)
    expect(state).toMatchObject({ verifiedAt: now, version: 12, issues: [{ code: 'feed-unreachable' }] })
    expect(feedStanding(state, now + hour)).toBe('failing')
  })

  it('30 is stale where the server shows what has expired', () => {
    expect(feedStanding(fail(read(fresh), now + hour, 'feed-expired'), now + hour)).toBe('stale')
  })

  it('29 is stale by a clock two years ahead, and 28 says so by one two years behind', () => {
    const state = read(fresh)
    expect(feedStanding(state, now + 730 * day)).toBe('stale')
    expect(read(state, now - 730 * day, now + 7 * day).issues).toMatchObject([{ code: 'feed-clock' }])
    expect(read(fresh, now - 730 * day, now + 7 * day).issues).toMatchObject([{ code: 'feed-clock' }])
  })

  it('27 that is signed as good for fifty years says so', () => {
    expect(read(fresh, now, now + 50 * 365 * day).issues).toMatchObject([{ code: 'feed-clock' }])
  })
})
