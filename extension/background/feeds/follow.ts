import { dueNow } from '../../../src/feed/schedule.ts'
import type { HeldUpdate } from '../../../src/policy/feed-values.ts'
import type { FollowedFeed } from '../../../src/standing/record.ts'
import { browser } from '../../platform/browser.ts'
import { database } from '../../store/database.ts'
import { feedState } from '../../store/feeds.ts'
import { readEffective } from '../../store/reader.ts'
import { scheduleFeeds } from './feed-alarm.ts'
import { keep, poll } from './poll.ts'
import { release } from './release.ts'

let last: Promise<unknown> = Promise.resolve()

/** One after the other: an alarm, a start and a policy may come at the same moment. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work)
  last = result.catch(() => undefined)
  return result
}

/** Asks the feeds that are due, and sees to it that the others are asked when they are. */
export async function pollDue(): Promise<void> {
  if (browser.extension.inIncognitoContext) return
  await inTurn(async () => {
    const { feeds, settings } = await readEffective()
    for (const feed of feeds) {
      if (await holdsAny(feed, settings.acceptUpdates)) await release(feed.root, settings.acceptUpdates)
      const due = await dueOf(feed)
      if (due <= Date.now()) await poll(feed)
    }
    await scheduleNext()
  })
}

/** Asks a feed now, whenever it is due. */
export async function pollNow(root: string): Promise<void> {
  await inTurn(async () => {
    const feed = (await readEffective()).feeds.find((one) => one.root === root)
    if (feed) await poll(feed)
    await scheduleNext()
  })
}

async function holdsAny(feed: FollowedFeed, updates: readonly HeldUpdate[]): Promise<boolean> {
  const { documents } = await feedState(await database(), feed)
  return documents.some(
    ({ standing, id, version }) =>
      standing === 'held' && updates.some((one) => one.order === id && one.version === version),
  )
}

/** When a feed is asked next (epoch ms), by the clock as it is now. */
async function dueOf(feed: FollowedFeed): Promise<number> {
  const db = await database()
  const state = await feedState(db, feed)
  const due = dueNow(state.polls, state.due, Date.now(), Math.random())
  if (due !== state.due) await keep(db, feed, { state: { ...state, due } })
  return due
}

async function scheduleNext(): Promise<void> {
  const db = await database()
  const states = await Promise.all((await readEffective()).feeds.map((feed) => feedState(db, feed)))
  await scheduleFeeds(states.length === 0 ? undefined : Math.min(...states.map(({ due }) => due)))
}
