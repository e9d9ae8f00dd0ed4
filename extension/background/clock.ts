import { isBehind, type ClockBehind } from '../../src/standing/clock-behind.ts'
import type { Database } from '../store/database.ts'
import { readState, writeState } from '../store/state.ts'

/** Remembers the latest time seen; where the clock, which says `now` (epoch ms), was set back since, says what goes on. */
export async function readClock(db: Database, now: number): Promise<ClockBehind | undefined> {
  const seen = (await readState(db, 'seen')) ?? now
  if (isBehind(seen, now)) {
    const enforced = await readState(db, 'enforced')
    return { seen, applied: enforced?.orders.map(({ key }) => key) ?? [] }
  }
  await writeState(db, 'seen', Math.max(seen, now))
  return undefined
}
