import { bundled } from '../../src/bundled/bundled.ts'
import { DamagedOrder, damageIssue } from '../../src/enforcement/damage.ts'
import { isRefusal } from '../../src/enforcement/enforced.ts'
import { reasonOf, type Issue } from '../../src/order/issue.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import { listedOrders, recordKey } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { database, type Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { reconciliations, verified } from '../store/items.ts'
import { schedule, scheduleRetry } from './alarm.ts'
import { enforce, type Enforcing } from './enforce.ts'
import { KeptOrders } from './kept-orders.ts'
import { dropUnfollowed } from './feeds/drop-unfollowed.ts'
import type { Listed } from './listed.ts'
import { applyPolicy } from './managed.ts'
import { neverContact } from './never-contact.ts'
import { coverOpenTabs } from './open-tabs.ts'
import { copyForPrivateWindows } from './copy-for-private-windows.ts'
import { publishFilter } from './search-filter.ts'
import { lookAfterOpenPages } from './open-result-pages.ts'
import { runOnInstances } from './search-instances.ts'
import { forgetSiteData } from './site-data.ts'
import { watchNavigations } from './watch.ts'

let last: Promise<unknown> = Promise.resolve()

/** One at a time, in the order in which they were asked for; a failure is its caller's, and the next one runs. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work)
  last = result.catch(() => undefined)
  return result
}

export interface ReconcileOptions {
  /** Ask the browser which rules it really holds. */
  verify?: boolean
  /** Look for damage in what is derived from the orders, which takes a second with a million names. */
  thorough?: boolean
  /** A change to orders or settings that is to be made first. */
  change?: (stored: { db: Database; kept: KeptOrders; now: number }) => Promise<void>
}

/**
 * Brings everything in line with the orders, the settings, the policy and the clock. May be called at any time. In a
 * private window's background it does nothing: the rules are shared, but the database there is empty.
 *
 * @returns why the browser refused the rules and keeps the last ones; empty where it took them
 */
export async function reconcile(options: ReconcileOptions = {}): Promise<Issue[]> {
  if (browser.extension.inIncognitoContext) return []
  return oneAtATime(() => remembered((now) => bringInLine(now, options)))
}

/**
 * `verified` is gone from the beginning to the end: where this fails, or the background is ended meanwhile, an order may
 * be kept and its rules not made, and the next start of the background or the alarm takes it up. By then the rules may be
 * newer than what is stored of them, so they are asked for.
 *
 * @returns keys of orders that are stored and cannot be read, and what the browser refused
 */
async function bringInLine(
  now: number,
  { verify = false, thorough = false, change }: ReconcileOptions,
): Promise<InLine> {
  const asked = verify || !(await verified.get())
  await verified.set(false)
  scheduleRetry(now)
  const db = await database()
  await db.put('state', true, 'unfinished')
  const kept = await KeptOrders.read(db)
  await change?.({ db, kept, now })
  await kept.mend(now)
  await keepBundled(kept, now)
  const { settings, lockedChoices, feeds, clockBehind } = await applyPolicy(db, kept, now)
  await dropUnfollowed(db, kept, feeds)
  await kept.readAgain(now)
  const all = { orders: listedOrders(kept.records, lockedChoices, feeds), targets: kept.targets }
  const { listed, plan, left } = await enforceReadable(db, all, { settings, clockBehind, now, verify: asked, thorough })
  await db.delete('state', 'unfinished')
  const { before, after, added } = plan
  watchNavigations(after.watch)
  const isOther = added.length > 0 || asked || before.fingerprint !== after.fingerprint
  await inTurn([
    () => (isOther ? coverOpenTabs() : undefined),
    () => (added.length > 0 ? forgetSiteData(added) : undefined),
    () => neverContact(settings.neverContact),
    () => publishFilter(db, listed, { settings, clockBehind, now }),
    () => copyForPrivateWindows(db, listed.orders),
    () => runOnInstances(settings.searxngInstances),
    () => lookAfterOpenPages(),
  ]).finally(() => schedule(after.nextChange, now))
  await verified.set(true)
  return { unread: [...kept.unread, ...left], refused: after.limitations.filter(isRefusal) }
}

interface InLine {
  unread: string[]
  refused: Issue[]
}

/** Enforces all orders but those that turn out to be damaged. */
async function enforceReadable(db: Database, all: Listed, how: Omit<Enforcing, 'damaged'>) {
  const left: string[] = []
  for (;;) {
    const listed = { ...all, orders: all.orders.filter(({ key }) => !left.includes(key)) }
    try {
      const plan = await enforce(db, listed, { ...how, damaged: left.map(damageIssue) })
      return { listed, plan, left }
    } catch (error) {
      if (!(error instanceof DamagedOrder) || left.includes(error.key)) throw error
      left.push(error.key)
    }
  }
}

/** Takes all the steps, whichever fails, and then fails as the first that did. */
async function inTurn(steps: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}

const mostFailures = 10

/** Does `work`, and remembers how that ended, and what it had to leave out, for the pages that show it. */
async function remembered(work: (now: number) => Promise<InLine>): Promise<Issue[]> {
  const now = Date.now()
  const { at, failures } = await reconciliations.get()
  // What fails is tried again each minute: the same reason over and over would push the others out.
  const failuresAfter = (message: string) =>
    [{ at: now, message }, ...failures.filter((failure) => failure.message !== message)].slice(0, mostFailures)
  try {
    const { unread, refused } = await work(now)
    const left = `Stored orders that cannot be read are left out: ${unread.join(', ')}`
    await reconciliations.set({ at: now, failures: unread.length > 0 ? failuresAfter(left) : failures })
    return refused
  } catch (error) {
    await reconciliations.set({ at, failures: failuresAfter(reasonOf(error)) })
    throw error
  }
}

/** The orders that come with the extension, as this version has them. */
async function keepBundled(kept: KeptOrders, now: number): Promise<void> {
  const digests = new Map(kept.records.map(({ key, digest }) => [key, digest]))
  for (const { document, choice } of bundled) {
    const text = JSON.stringify(document)
    if (digests.get(recordKey('bundled', document.id)) === (await digestOf(text))) continue
    const parsed = parseOrder(document)
    if (parsed.ok) await kept.keep([{ order: parsed.value, text, provenance: 'bundled', choice }], now)
  }
}
