import { adoptPolicy } from '../../src/enforcement/adopt-policy.ts'
import { reasonOf, type Issue } from '../../src/order/issue.ts'
import { parseUsable } from '../../src/order/reading/parse-usable.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'
import { togetherOf, unmetBy } from '../../src/policy/expectation.ts'
import { heldValues, type GivenValues, type HeldValues } from '../../src/policy/held-values.ts'
import { readPolicy } from '../../src/policy/policy.ts'
import { readKeptSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'
import { database, type Database } from '../store/database.ts'
import { readClock } from './clock.ts'
import { digestOf } from '../store/digest.ts'
import { readState, writeState } from '../store/state.ts'
import type { KeptOrders } from './kept-orders.ts'
import { mayControlPrediction, notPermitted } from './never-contact.ts'

/**
 * The managed values as the browser has them now. Chromium answers `{}` at the very first start until it has read the
 * policy (then `storage.onChanged` tells), and at later starts answers only after seconds; Firefox ESR 153 rejects with
 * "Managed storage manifest not found" where there is no policy, and has no other sign of that.
 */
export async function readManaged(): Promise<GivenValues> {
  try {
    return { values: await browser.storage.managed.get(null) }
  } catch (error) {
    const reason = reasonOf(error)
    return /manifest not found/i.test(reason) ? { values: {} } : { unread: reason }
  }
}

/** Keeps the managed values for the next start; says whether other ones hold than before. */
export async function rememberManaged(given: GivenValues): Promise<boolean> {
  const db = await database()
  const last = await readState(db, 'managed')
  const unexpected = 'values' in given ? await unexpectedIn(given.values) : undefined
  const held = heldValues(last ?? none, given, await isByOrganisation(), unexpected)
  if (JSON.stringify(last) === JSON.stringify(held)) return false
  const writing = db.transaction('state', 'readwrite')
  await writing.store.put(held, 'managed')
  // Where the background is ended before it has enforced them, its next start does.
  await writing.store.put(true, 'unfinished')
  await writing.done
  return true
}

/** Says why the orders of these values are not those that they themselves say to bring: a part was lost, or a list is an older one. */
async function unexpectedIn(values: Record<string, unknown>): Promise<Issue | undefined> {
  const { expects, orders } = readPolicy(values, parseUsable)
  if (!expects) return undefined
  const digests = await Promise.all(orders.map(({ text }) => digestOf(text)))
  return unmetBy(expects, orders.length, await digestOf(togetherOf(digests)))
}

const none: HeldValues = { values: {}, missing: [] }

const nothingSet: Issue = {
  code: 'nothing-set',
  path: '',
  message: 'sets nothing: your organisation installed Writ, and no setting of it arrives here',
}

/** Whether an administrator installed the extension, by policy: Chromium 156 and Firefox ESR 153 say so, and ask no permission. */
export async function isByOrganisation(): Promise<boolean> {
  return (await browser.management.getSelf()).installType === 'admin'
}

/** Brings the policy's orders up to date by the last known policy, and remembers the settings that are then in effect. */
export async function applyPolicy(db: Database, kept: KeptOrders, now: number): Promise<EffectiveSettings> {
  // Where it is not known what held, the browser is asked first: else what the policy brought would seem to be withdrawn.
  if (!(await readState(db, 'managed'))) await rememberManaged(await readManaged())
  const held = (await readState(db, 'managed')) ?? none
  const policy = readPolicy(held.values, parseUsable)
  const digests = await Promise.all(policy.orders.map(({ text }) => digestOf(text)))
  const user = readKeptSettings(await readState(db, 'settings'))
  const last = await readState(db, 'effective')
  const adopted = adoptPolicy({ policy, digests, held }, kept.records, user.settings, last)
  await kept.keep(
    adopted.arrivals.map((order) => ({ ...order, provenance: 'policy' })),
    now,
  )
  await kept.drop(adopted.dropped)
  const isPermitted = policy.settings.neverContact !== true || (await mayControlPrediction())
  const own = user.issues.map((issue) => ({ ...issue, path: `settings.${issue.path}` }))
  const isUnset = Object.keys(held.values).length === 0 && (await isByOrganisation())
  const issues = [
    ...(isUnset ? [nothingSet] : []),
    ...adopted.effective.issues,
    ...(isPermitted ? [] : [notPermitted]),
    ...own,
  ]
  const clockBehind = await readClock(db, now)
  const effective = { ...adopted.effective, issues, ...(clockBehind && { clockBehind }) }
  await writeState(db, 'effective', effective)
  return effective
}
