import type { Database } from '../store/database.ts'
import { checkedRecords } from '../store/check-stored.ts'
import { userSettings } from '../store/items.ts'
import { dropOrder, keptRecords } from './kept-orders.ts'

/** Takes an order out of use, or puts one back, whole: only its record moves. Does nothing when it is not there. */
export async function moveOrder(db: Database, key: string, from: 'orders' | 'removed'): Promise<void> {
  const transaction = db.transaction(['orders', 'removed'], 'readwrite')
  const record = await transaction.objectStore(from).get(key)
  if (record) {
    await transaction.objectStore(from).delete(key)
    await transaction.objectStore(from === 'orders' ? 'removed' : 'orders').put(record, key)
  }
  await transaction.done
}

/** Drops for good what was taken out of use, and what was chosen for it: if it comes again, it is an order like any. */
export async function dropRemoved(db: Database): Promise<void> {
  const keys = await db.getAllKeys('removed')
  if (keys.length === 0) return
  const removed = checkedRecords(await db.getAll('removed'))
  for (const key of keys) await dropOrder(db, key)
  await dropChoices(
    db,
    removed.map(({ order }) => order.id),
  )
}

/**
 * Drops what was chosen for those of the ids whose order was taken out of use: "only list", chosen before its removal,
 * would keep an order that is added anew from being applied, and nobody would be told. To be called before it is kept.
 */
export async function comeAgain(db: Database, ids: readonly string[]): Promise<void> {
  const removed = new Set(checkedRecords(await db.getAll('removed')).map(({ order }) => order.id))
  await dropChoices(
    db,
    ids.filter((id) => removed.has(id)),
  )
}

/** A choice stays where another order of the id, which came from elsewhere, is still kept. */
async function dropChoices(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const kept = new Set((await keptRecords(db)).map(({ order }) => order.id))
  const gone = new Set(ids.filter((id) => !kept.has(id)))
  const settings = await userSettings.get()
  const choices = Object.entries(settings.choices ?? {}).filter(([id]) => !gone.has(id))
  await userSettings.set({ ...settings, choices: Object.fromEntries(choices) })
}
