import type { Issue } from '../order/issue.ts'
import type { FeedDocument, FeedState } from './feed-state.ts'
import { nextPoll, type Polls } from './schedule.ts'
import type { Trusted } from './tuf/update.ts'

export interface PollTime {
  /** Epoch ms at which the poll began. */
  now: number
  /** From 0 to 1. */
  random: number
}

/** A feed's state after a poll that failed: its documents and its last good state stay. */
export function afterFailure(
  before: FeedState,
  issues: Issue[],
  { now, random, notBefore }: PollTime & { notBefore?: number | undefined },
): FeedState {
  const polls: Polls = {
    last: now,
    failures: before.polls.failures + 1,
    ...(before.verifiedAt === undefined ? { never: true } : {}),
    ...(notBefore === undefined ? {} : { notBefore }),
  }
  return { ...before, polls, due: nextPoll(polls, now, random), issues }
}

/** A feed's state after a poll that gave a whole and signed state. */
export function afterReading(
  before: FeedState,
  { root, timestamp, snapshot }: Pick<Trusted, 'root' | 'timestamp' | 'snapshot'>,
  { documents, issues, reader }: { documents: FeedDocument[]; issues: readonly Issue[]; reader: string },
  { now, random }: PollTime,
): FeedState {
  const polls: Polls = { last: now, failures: 0 }
  const { root: name, address } = before
  return {
    root: name,
    address,
    polls,
    due: nextPoll(polls, now, random),
    verifiedAt: now,
    expires: Math.min(timestamp.expires, root.expires, snapshot.expires),
    version: snapshot.version,
    reader,
    documents,
    issues: [...issues, ...clockIssues(before, timestamp.expires, now)],
  }
}

const day = 24 * 60 * 60 * 1000

/** No timestamp is good for longer than its publisher's keys, which are so for a year. */
const longest = 400 * day

/** Signs that this computer's clock is wrong: by it, what expired long ago would pass for good. */
function clockIssues({ verifiedAt = 0 }: FeedState, expires: number, now: number): Issue[] {
  const earlier = verifiedAt > now + day
  if (!earlier && expires <= now + longest) return []
  const sign = earlier
    ? `was last asked on ${new Date(verifiedAt).toISOString()}, and this computer says that it is ${new Date(now).toISOString()}`
    : `is good until ${new Date(expires).toISOString()}, which is more than a year from now`
  return [{ code: 'feed-clock', path: 'metadata/timestamp.json', message: `${sign}: check this computer's clock` }]
}
