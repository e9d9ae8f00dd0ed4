import { feedsHere, type FeedHere } from '../../src/feed/feed-state.ts'
import { readStore } from './reader.ts'

/** The feeds that are followed, each with what is remembered of it. */
export async function listFeeds(): Promise<FeedHere[]> {
  const [effective, states] = await readStore((reader) => Promise.all([reader.effective(), reader.feeds()]))
  return feedsHere(effective.feeds, states)
}
