import { adoptPolicy } from '../../src/enforcement/adopt-policy.ts'
import { parseOrderText } from '../../src/order/reading/parse.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'
import { readPolicy } from '../../src/policy/policy.ts'
import { browser } from '../platform/browser.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { lastManaged, userSettings, verified } from '../store/items.ts'
import { writeState } from '../store/state.ts'
import type { KeptOrders } from './kept-orders.ts'
import { mayControlPrediction, notPermitted } from './never-contact.ts'

/**
 * The managed values as the browser has them now. Chromium answers `{}` at the very first start until it has read the
 * policy (then `storage.onChanged` tells), and at later starts answers only after seconds; Firefox rejects where there
 * is no policy.
 */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    return {}
  }
}

/** Keeps the managed values for the next start; says whether they are others than the last. */
export async function rememberManaged(managed: Record<string, unknown>): Promise<boolean> {
  const last = await lastManaged.get()
  if (JSON.stringify(last ?? {}) === JSON.stringify(managed)) return false
  // Where the background is ended before it has enforced them, its next start does.
  await verified.set(false)
  await lastManaged.set(managed)
  return true
}

/** Brings the policy's orders up to date by the last known policy, and remembers the settings that are then in effect. */
export async function applyPolicy(db: Database, kept: KeptOrders, now: number): Promise<EffectiveSettings> {
  const managed = (await lastManaged.get()) ?? {}
  const policy = readPolicy(managed, parseOrderText)
  const digests = await Promise.all(policy.orders.map(({ text }) => digestOf(text)))
  const isManaged = Object.keys(managed).length > 0
  const adopted = adoptPolicy({ policy, digests, isManaged }, kept.records, await userSettings.get())
  await kept.keep(
    adopted.arrivals.map((order) => ({ ...order, provenance: 'policy' })),
    now,
  )
  await kept.drop(adopted.dropped)
  const isPermitted = policy.settings.neverContact !== true || (await mayControlPrediction())
  const issues = [...adopted.effective.issues, ...(isPermitted ? [] : [notPermitted])]
  const effective = { ...adopted.effective, issues }
  await writeState(db, 'effective', effective)
  return effective
}
