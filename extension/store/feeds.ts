import { newFeed, type FeedState } from '../../src/feed/feed-state.ts'
import { isObject } from '../../src/order/reading/reader.ts'
import type { FollowedFeed } from '../../src/standing/record.ts'
import type { Database } from './database.ts'

/** A feed's state; where it cannot be read it is as if the feed had never been asked. */
export async function feedState(db: Database, feed: FollowedFeed): Promise<FeedState> {
  const stored: unknown = await db.get('feeds', feed.root)
  return isFeedState(stored) ? { ...stored, address: feed.addresses[0]! } : newFeed(feed)
}

export function isFeedState(stored: unknown): stored is FeedState {
  return (
    isObject(stored) &&
    typeof stored['root'] === 'string' &&
    Number.isFinite(stored['due']) &&
    isObject(stored['polls']) &&
    isListOfObjects(stored['documents']) &&
    isListOfObjects(stored['issues'])
  )
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject)
}
