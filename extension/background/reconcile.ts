import { bundled } from '../../src/bundled/bundled.ts'
import { reasonOf } from '../../src/order/issue.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import { listedOrders, recordKey } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { database, type Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { reconciliations, verified } from '../store/items.ts'
import { schedule, scheduleRetry } from './alarm.ts'
import { enforce } from './enforce.ts'
import { KeptOrders } from './kept-orders.ts'
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
  /** A change to orders or settings that is to be made first. */
  change?: (stored: { db: Database; kept: KeptOrders; now: number }) => Promise<void>
}

/**
 * Brings everything in line with the orders, the settings, the policy and the clock. May be called at any time. In a
 * private window's background it does nothing: the rules are shared, but the database there is empty.
 */
export async function reconcile({ verify = false, change }: ReconcileOptions = {}): Promise<void> {
  if (browser.extension.inIncognitoContext) return
  await oneAtATime(() => remembered((now) => bringInLine(now, verify, change)))
}

/**
 * `verified` is gone from the beginning to the end: where this fails, or the background is ended meanwhile, an order may
 * be kept and its rules not made, and the next start of the background or the alarm takes it up. By then the rules may be
 * newer than what is stored of them, so they are asked for.
 *
 * @returns keys of orders that are stored and cannot be read
 */
async function bringInLine(now: number, asked: boolean, change: ReconcileOptions['change']): Promise<string[]> {
  const verify = asked || !(await verified.get())
  await verified.set(false)
  scheduleRetry(now)
  const db = await database()
  const kept = await KeptOrders.read(db)
  await change?.({ db, kept, now })
  await keepBundled(kept, now)
  const { settings, lockedChoices } = await applyPolicy(db, kept, now)
  await kept.readAgain(now)
  const listed = { orders: listedOrders(kept.records, lockedChoices), targets: kept.targets }
  const { before, after, added } = await enforce(db, listed, { settings, now, verify })
  watchNavigations(after.watch)
  if (added.length > 0 || verify || before.fingerprint !== after.fingerprint) await coverOpenTabs()
  if (added.length > 0) await forgetSiteData(added)
  await neverContact(settings.neverContact)
  await publishFilter(listed, settings, now)
  await copyForPrivateWindows(db, listed.orders)
  await runOnInstances(settings.searxngInstances)
  await lookAfterOpenPages()
  schedule(after.nextChange, now)
  await verified.set(true)
  return kept.unread
}

const mostFailures = 10

/** Does `work`, and remembers how that ended, and what it had to leave out, for the pages that show it. */
async function remembered(work: (now: number) => Promise<string[]>): Promise<void> {
  const now = Date.now()
  const { at, failures } = await reconciliations.get()
  // What fails is tried again each minute: the same reason over and over would push the others out.
  const failuresAfter = (message: string) =>
    [{ at: now, message }, ...failures.filter((failure) => failure.message !== message)].slice(0, mostFailures)
  try {
    const unread = await work(now)
    const left = `Stored orders that cannot be read are left out: ${unread.join(', ')}`
    await reconciliations.set({ at: now, failures: unread.length > 0 ? failuresAfter(left) : failures })
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
