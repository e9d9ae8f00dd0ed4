import type { Issue } from '../order/issue.ts'
import type { FollowedFeed } from '../standing/record.ts'
import type { Polls } from './schedule.ts'

/** All that is remembered of a feed beside its files and its orders. */
export interface FeedState {
  /** SHA-256 of the root that is trusted first: names the feed. */
  root: string
  /** The address that it is set with. */
  address: string
  polls: Polls
  /** Epoch ms at which it is asked next. */
  due: number
  /** Epoch ms at which the server last gave a state that was whole, signed and not expired. */
  verifiedAt?: number
  /** Epoch ms until which that state is good. */
  expires?: number
  /** Version of its snapshot. */
  version?: number
  /** Version of Writ that read its documents: a later one may read what this one could not. */
  reader?: string
  /** Documents that it offers, or offered when a part of it could not be read. */
  documents: FeedDocument[]
  /** Issues of the last poll. */
  issues: Issue[]
}

/** A document that a feed offers, and what became of it. */
export interface FeedDocument {
  /** The target's name. */
  path: string
  /** The order's id. */
  id: string
  version: number
  /** SHA-256 of the text, hexadecimal. */
  digest: string
  /**
   *   kept      it is kept as an order
   *   held      it waits for somebody's release, and the version before it stays
   *   refused   it cannot be used, and the version before it stays
   */
  standing: 'kept' | 'held' | 'refused'
  /** Why it is held or refused. */
  issues: Issue[]
  /** Changes that a held document would make. */
  change?: HeldChange
}

/** Entries that come and go, the first of them by name. */
export interface HeldChange {
  added: number
  removed: number
  addedFirst: string[]
  removedFirst: string[]
}

/** Before its first poll. */
export function newFeed({ root, addresses }: FollowedFeed): FeedState {
  return { root, address: addresses[0]!, polls: { failures: 0 }, due: 0, documents: [], issues: [] }
}

/**
 *   new       it was never read
 *   current   the last poll went well
 *   failing   the last poll failed, and what was read before is still good
 *   stale     what was read last is no longer good: nobody says that there is nothing newer
 */
export type FeedStanding = 'new' | 'current' | 'failing' | 'stale'

export function feedStanding({ verifiedAt, expires, polls, issues }: FeedState, now: number): FeedStanding {
  if (verifiedAt === undefined || expires === undefined) return 'new'
  if (now >= expires || (polls.failures > 0 && issues.some(({ code }) => code === 'feed-expired'))) return 'stale'
  return polls.failures > 0 ? 'failing' : 'current'
}

/** A feed that is followed, with what is remembered of it. */
export interface FeedHere extends FeedState {
  addresses: string[]
  byOrganisation: boolean
}

export function feedsHere(followed: readonly FollowedFeed[], states: readonly FeedState[]): FeedHere[] {
  return followed.map((feed) => ({ ...(states.find(({ root }) => root === feed.root) ?? newFeed(feed)), ...feed }))
}
