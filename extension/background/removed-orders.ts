import { withoutRemoved } from '../../src/enforcement/removed-choices.ts'
import { readKeptSettings } from '../../src/policy/user-settings.ts'
import { checkedRecords } from '../../src/standing/check-records.ts'
import type { Database } from '../store/database.ts'
import { readState, writeState } from '../store/state.ts'
import type { KeptOrders } from './kept-orders.ts'

/** Drops for good what was taken out of use, and what was chosen for it: if it comes again, it is an order like any. */
export async function dropRemoved(db: Database, kept: KeptOrders): Promise<void> {
  const [keys, ids] = await Promise.all([db.getAllKeys('removed'), removedIds(db)])
  await kept.drop(keys)
  await dropChoices(db, ids, kept)
}

/** Drops what was chosen for those of the ids whose order was taken out of use. To be called before it is kept again. */
export async function comeAgain(db: Database, kept: KeptOrders, ids: readonly string[]): Promise<void> {
  const removed = new Set(await removedIds(db))
  await dropChoices(
    db,
    ids.filter((id) => removed.has(id)),
    kept,
  )
}

async function removedIds(db: Database): Promise<string[]> {
  return checkedRecords(await db.getAll('removed')).map(({ order }) => order.id)
}

async function dropChoices(db: Database, ids: readonly string[], { records }: KeptOrders): Promise<void> {
  if (ids.length === 0) return
  const { settings } = readKeptSettings(await readState(db, 'settings'))
  const kept = records.map(({ order }) => order.id)
  await writeState(db, 'settings', { ...settings, choices: withoutRemoved(settings.choices ?? {}, ids, kept) })
}
