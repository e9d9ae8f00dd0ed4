import { adoptFeed, type FeedAdoption } from '../../../src/enforcement/adopt-feed.ts'
import { afterFailure, afterReading } from '../../../src/feed/after-poll.ts'
import type { FeedState } from '../../../src/feed/feed-state.ts'
import { getOverHttp } from '../../../src/feed/get-over-http.ts'
import { readFeed } from '../../../src/feed/read-feed.ts'
import { retryTime } from '../../../src/feed/schedule.ts'
import { reasonOf, type Issue } from '../../../src/order/issue.ts'
import { recordKey, type FollowedFeed } from '../../../src/standing/record.ts'
import { browser } from '../../platform/browser.ts'
import { database, type Database } from '../../store/database.ts'
import { feedState } from '../../store/feeds.ts'
import { readEffective } from '../../store/reader.ts'
import { KeptOrders } from '../kept-orders.ts'
import type { FeedWrite } from '../order-writes.ts'
import { oneAtATime, reconcile } from '../reconcile.ts'
import { askInTime, awake } from './ask-in-time.ts'
import { knownTexts } from './known-texts.ts'

/**
 * Asks a feed, and enforces what it gives. Its files, its documents and what is remembered of it are written together, so
 * that after a crash the old state is whole or the new one.
 */
export async function poll(feed: FollowedFeed): Promise<void> {
  const db = await database()
  const now = Date.now()
  const before = await feedState(db, feed)
  const failed = (issues: Issue[], notBefore?: number) =>
    afterFailure(before, issues, { now, random: Math.random(), notBefore })
  // A background that ends meanwhile leaves it as if the feed had failed: else each start would ask again at once.
  await keep(db, feed, { state: failed(before.issues) })
  try {
    await awake(() => ask(db, feed, before, failed, now))
  } catch (error) {
    const message = `cannot be kept in this browser: ${reasonOf(error)}`
    await keep(db, feed, { state: failed([{ code: 'feed-not-kept', path: '', message }]) })
  }
}

async function ask(
  db: Database,
  feed: FollowedFeed,
  before: FeedState,
  failed: (issues: Issue[], notBefore?: number) => FeedState,
  now: number,
): Promise<void> {
  const { version: reader } = browser.runtime.getManifest()
  const orders = await KeptOrders.read(db)
  const files = new Map(await db.get('feedFiles', feed.root))
  let notBefore: number | undefined
  const onBusy = (retryAfter: string) => (notBefore = retryTime(retryAfter, now) ?? notBefore)
  const reading = await readFeed({
    sources: feed.addresses.map((address) => getOverHttp(address, askInTime, onBusy)),
    pin: feed.root,
    kept: files,
    known: knownTexts(db, before, orders, reader),
    now,
  })
  if (!reading.ok) return keep(db, feed, { state: failed(reading.issues, notBefore), files })
  const ofFeed = orders.records.filter((record) => record.feed?.root === feed.root)
  const adoption = await adoptFeed(reading.value, {
    documents: before.documents,
    records: new Map(ofFeed.map((record) => [record.order.id, record])),
    targets: orders.targets,
    heldText: (id) => db.get('heldTexts', recordKey('feed', id, feed.root)),
    settings: (await readEffective()).settings,
  })
  const issues = [...reading.warnings, ...reading.value.issues]
  const made = { documents: adoption.documents, issues, reader }
  const state = afterReading(before, reading.value.trusted, made, { now, random: Math.random() })
  await keep(db, feed, { state, files, held: adoption.held }, adoption)
}

/** Writes what a poll has made of a feed, unless it is no longer followed by then. */
export async function keep(
  db: Database,
  feed: FollowedFeed,
  write: Omit<FeedWrite, 'root'> & { state: FeedState },
  { arrivals, dropped }: Pick<FeedAdoption, 'arrivals' | 'dropped'> = { arrivals: [], dropped: [] },
): Promise<void> {
  const { root } = feed
  const origin = { root, address: feed.addresses[0]!, version: write.state.version ?? 0 }
  const change = async (kept: KeptOrders, now: number) => {
    const { feeds } = await readEffective()
    if (!feeds.some((one) => one.root === root)) return
    const brought = arrivals.map((arrival) => ({ ...arrival, provenance: 'feed' as const, feed: origin }))
    await kept.change({ arrivals: brought, dropped: dropped.map(({ key }) => key), feeds: [{ root, ...write }] }, now)
  }
  if (arrivals.length + dropped.length > 0) await reconcile({ change: ({ kept, now }) => change(kept, now) })
  else await oneAtATime(async () => change(await KeptOrders.read(db), 0))
}
