import type { Enforced } from '../../src/enforcement/enforced.ts'
import { afterRefusal, plan, type Plan } from '../../src/enforcement/plan.ts'
import type { Issue } from '../../src/order/issue.ts'
import type { Settings } from '../../src/policy/settings.ts'
import type { ClockBehind } from '../../src/standing/clock-behind.ts'
import type { RegisterEntry } from '../../src/register/entry.ts'
import { capabilities } from '../../src/rules/capabilities.ts'
import { hasAccess } from '../platform/access.ts'
import { pages } from '../platform/addresses.ts'
import { build } from '../platform/browser.ts'
import { heldFingerprint } from '../platform/held-fingerprint.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { readState } from '../store/state.ts'
import type { Listed } from './listed.ts'
import { indexNames } from './name-index.ts'
import { replaceRules } from './rules.ts'

export interface Enforcing {
  settings: Settings
  clockBehind: ClockBehind | undefined
  /** Epoch ms. */
  now: number
  /** Whether to ask the browser which rules it really holds: after a crash it may have lost them. */
  verify: boolean
  /** Whether to look at each sheet of the index, too. */
  thorough: boolean
  /** Orders that are left out. */
  damaged: readonly Issue[]
}

/**
 * Brings the browser's rules, the index and what is remembered of both in line with the orders at `now` (epoch ms).
 * Idempotent: when all is as it should be, nothing is written. A refused update leaves the rules as they were.
 *
 */
export async function enforce(
  db: Database,
  { orders, targets }: Listed,
  { settings, clockBehind, now, verify, thorough, damaged }: Enforcing,
): Promise<Plan> {
  const given = {
    orders,
    settings,
    clockBehind,
    damaged,
    now,
    remembered: await readState(db, 'enforced'),
    page: (await hasAccess()) ? pages.blocked : undefined,
    capabilities: capabilities[build],
    ...(verify ? { held: await heldFingerprint() } : {}),
  }
  const planned = await plan(given, targets, digestOf)
  const [refused] = await Promise.all([
    planned.update && replaceRules(planned.update),
    indexNames(db, { orders, targets }, { check: thorough }),
  ])
  const { before } = planned
  const done = refused ? { before, after: afterRefusal(before, refused), entries: [], added: [] } : planned
  if (done.after !== before) await commit(db, done.after, done.entries)
  return done
}

async function commit(db: Database, enforced: Enforced, entries: readonly RegisterEntry[]): Promise<void> {
  const transaction = db.transaction(['state', 'register'], 'readwrite')
  await Promise.all([
    transaction.objectStore('state').put(enforced, 'enforced'),
    ...entries.map((entry) => transaction.objectStore('register').add(entry)),
    transaction.done,
  ])
}
