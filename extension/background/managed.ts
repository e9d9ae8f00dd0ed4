import type { Issue } from '../../src/order/issue.ts'
import { parseOrderText } from '../../src/order/reading/parse.ts'
import { effectiveSettings, readPolicy } from '../../src/policy/policy.ts'
import { browser } from '../platform/browser.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { lastManaged, userSettings, verified } from '../store/items.ts'
import { writeState, type EffectiveSettings } from '../store/state.ts'
import { dropOrder, keepOrder, keptRecords } from './kept-orders.ts'
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

/**
 * Computes the settings that hold from the user's and the last known policy, and brings the policy's orders up to date:
 * new ones are kept, those that the policy no longer has are dropped. What of the policy cannot be used is returned in
 * `issues` and leaves the rest in force; while it concerns orders, none is dropped, for the one that cannot be read may
 * be any of those that were.
 */
export async function adoptPolicy(db: Database, now: number): Promise<EffectiveSettings> {
  const managed = (await lastManaged.get()) ?? {}
  const policy = readPolicy(managed, parseOrderText)
  const before = (await keptRecords(db)).filter(({ provenance }) => provenance === 'policy')
  const brought = new Set(policy.orders.map(({ order }) => order.id))
  for (const { order, text } of policy.orders)
    if (before.find(({ order: { id } }) => id === order.id)?.digest !== (await digestOf(text)))
      await keepOrder(db, { order, text, provenance: 'policy' }, now)
  const missing = before.filter(({ order }) => !brought.has(order.id))
  const isUnread = policy.issues.some(({ path }) => /^orders\b/.test(path))
  if (!isUnread) for (const { key } of missing) await dropOrder(db, key)
  const stay = isUnread ? missing.map(({ order }) => order.id) : []
  const { settings, locked } = effectiveSettings(await userSettings.get(), policy, stay)
  const issues = [...policy.issues, ...(stay.length > 0 ? [stayIssue(stay)] : [])]
  const unpermitted = policy.settings.neverContact === true && !(await mayControlPrediction())
  const effective: EffectiveSettings = {
    settings,
    locked,
    lockedChoices: Object.keys(policy.settings.choices ?? {}),
    managed: Object.keys(managed).length > 0,
    issues: unpermitted ? [...issues, notPermitted] : issues,
  }
  await writeState(db, 'effective', effective)
  return effective
}

function stayIssue(ids: readonly string[]): Issue {
  const message = `cannot all be read, so what they were stays in force until they can: ${ids.join(', ')}`
  return { code: 'orders-stay', path: 'orders', message }
}
