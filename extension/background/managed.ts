import { parseOrderText } from '../../src/order/parse.ts'
import { effectiveSettings, readPolicy } from '../../src/policy/policy.ts'
import { browser } from '../platform/browser.ts'
import type { Database } from '../platform/database.ts'
import { lastManaged, userSettings } from '../platform/storage.ts'
import { writeState, type InForce } from '../platform/stored.ts'
import { mayControlPrediction, notPermitted } from './never-contact.ts'
import { digestOf, dropOrder, keepOrder, keptRecords } from './library.ts'

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
  await lastManaged.set(managed)
  return true
}

/**
 * Computes the settings that hold from the user's and the last known policy, and brings the policy's orders up to date:
 * new ones are kept, those that the policy no longer has are dropped. What of the policy cannot be used is returned in
 * `issues` and leaves the rest in force.
 */
export async function bringInForce(db: Database, now: number): Promise<InForce> {
  const managed = (await lastManaged.get()) ?? {}
  const policy = readPolicy(managed, parseOrderText)
  const { settings, locked } = effectiveSettings(await userSettings.get(), policy)
  const kept = new Map((await keptRecords(db)).map((record) => [record.key, record]))
  const wanted = new Set<string>()
  for (const { order, text } of policy.orders) {
    const key = `policy:${order.id}`
    wanted.add(key)
    if (kept.get(key)?.digest !== (await digestOf(text)))
      await keepOrder(db, { order, text, provenance: 'policy' }, now)
  }
  for (const [key, { provenance }] of kept) if (provenance === 'policy' && !wanted.has(key)) await dropOrder(db, key)
  const unpermitted = policy.settings.neverContact === true && !(await mayControlPrediction())
  const holds: InForce = {
    settings,
    locked,
    lockedChoices: Object.keys(policy.settings.choices ?? {}),
    managed: Object.keys(managed).length > 0,
    issues: unpermitted ? [...policy.issues, notPermitted] : policy.issues,
  }
  await writeState(db, 'inForce', holds)
  return holds
}
