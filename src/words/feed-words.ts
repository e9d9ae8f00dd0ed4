import { feedStanding, type FeedHere } from '../feed/feed-state.ts'
import type { OrderRecord } from '../standing/record.ts'
import type { Words } from './words.ts'

/** The feed by which an order came, and when that was last verified; undefined for an order that came otherwise. */
export function feedLine({ feed }: OrderRecord, feeds: readonly FeedHere[], words: Words): string | undefined {
  const here = feeds.find(({ root }) => root === feed?.root)
  return here && words.say('feedLine', here.address, verifiedText(here, words))
}

/** The state of a feed, in words. */
export function feedStandingText(feed: FeedHere, words: Words, now: number): string {
  return words.named('feedStanding', feedStanding(feed, now), verifiedText(feed, words))
}

/** Everything that keeps feeds from being followed as they should: which one, its state, and the first reason. */
export function feedTroubles(feeds: readonly FeedHere[], words: Words, now: number): string[] {
  return feeds.flatMap((feed) => {
    const held = feed.documents.filter(({ standing }) => standing === 'held')
    const [issue] = feed.issues
    const isGood = feedStanding(feed, now) === 'current' && !issue
    const state = isGood ? [] : [feedStandingText(feed, words, now), ...(issue ? [reasonText(issue)] : [])]
    const waiting = held.length > 0 ? [words.count('feedHeldUpdates', held.length)] : []
    const said = [...state, ...waiting]
    return said.length > 0 ? [words.say('labelled', feed.address, said.join(' '))] : []
  })
}

function reasonText({ path, message }: FeedHere['issues'][number]): string {
  return `${path} ${message}`.trim()
}

function verifiedText({ verifiedAt }: FeedHere, words: Words): string {
  return verifiedAt === undefined ? '–' : words.instant(verifiedAt)
}
