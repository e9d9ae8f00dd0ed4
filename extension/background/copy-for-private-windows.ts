import type { StoredIndex } from '../store/stored-state.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import type { Database } from '../store/database.ts'
import { keysBeginningWith } from '../store/key-range.ts'
import { copyKeys } from '../store/reader.ts'
import { fits } from '../store/check-stored.ts'
import { item } from '../store/items.ts'
import { readState, sheetsOf } from '../store/state.ts'
import { coverOpenTabs } from './open-tabs.ts'

const copied = item<StoredIndex | null>('private/copied', null, (stored) => fits('index', stored))

/**
 * Private windows have a database of their own, which is empty: what their block page reads is copied to storage.local,
 * which they share. Only where the user or a policy lets the extension into private windows.
 */
export async function copyForPrivateWindows(db: Database, records: readonly OrderRecord[]): Promise<void> {
  if (!(await browser.extension.isAllowedIncognitoAccess())) return
  const [enforced, effective, states] = await Promise.all([
    readState(db, 'enforced'),
    readState(db, 'effective'),
    db.getAll('feeds'),
  ])
  // Private windows name a feed and its state; what is held waits in a normal one.
  const feeds = states.map((state) => ({ ...state, documents: [] }))
  await browser.storage.local.set({
    [copyKeys.enforced]: enforced,
    [copyKeys.effective]: effective,
    [copyKeys.feeds]: feeds,
  })
  const index = await readState(db, 'index')
  const last = await copied.get()
  if (!index || last?.digest === index.digest) return
  const sheets = await db.getAll('buckets', keysBeginningWith(index.digest))
  // In one write over what was there: at no time does a private window's block page find nothing, or half of it.
  await browser.storage.local.set({
    ...Object.fromEntries(sheets.map((sheet, number) => [copyKeys.sheet(number), sheet])),
    ...Object.fromEntries(records.map((record) => [copyKeys.record(record.key), record])),
    [copyKeys.index]: index,
  })
  const now = new Set(keysOf(index))
  await browser.storage.local.remove(last ? keysOf(last).filter((key) => !now.has(key)) : [])
  await copied.set(index)
}

/**
 * In Chromium a private window's tabs are seen by its own background alone, which learns by the copy that an order has come
 * into force while they were open.
 */
export function coverPrivateTabs(): void {
  if (!browser.extension.inIncognitoContext) return
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (copyKeys.index in changes || copyKeys.effective in changes)) void coverOpenTabs()
  })
}

function keysOf({ bucketCount, orders }: StoredIndex): string[] {
  return [
    copyKeys.index,
    ...sheetsOf(Array.from({ length: bucketCount }, (_, page) => page)).map(copyKeys.sheet),
    ...orders.map(copyKeys.record),
  ]
}
