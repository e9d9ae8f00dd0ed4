import type { FollowedFeed } from '../../../src/standing/record.ts'
import type { Database } from '../../store/database.ts'
import type { KeptOrders } from '../kept-orders.ts'

/** Drops what is remembered of feeds that are no longer followed, and their orders. */
export async function dropUnfollowed(db: Database, kept: KeptOrders, feeds: readonly FollowedFeed[]): Promise<void> {
  const followed = new Set(feeds.map(({ root }) => root))
  const gone = (await db.getAllKeys('feeds')).filter((root) => !followed.has(root))
  const orders = kept.records.filter(({ feed }) => feed && !followed.has(feed.root)).map(({ key }) => key)
  await kept.change({ dropped: orders, feeds: gone.map((root) => ({ root })) }, 0)
}
