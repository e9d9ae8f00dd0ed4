import type { Database } from '../platform/database.ts'
import { soundRecords } from '../platform/sound.ts'
import { userSettings } from '../platform/storage.ts'
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
  const removed = soundRecords(await db.getAll('removed'))
  for (const key of keys) await dropOrder(db, key)
  const kept = new Set((await keptRecords(db)).map(({ order }) => order.id))
  const gone = new Set(removed.map(({ order }) => order.id).filter((id) => !kept.has(id)))
  const settings = await userSettings.get()
  const choices = Object.entries(settings.choices ?? {}).filter(([id]) => !gone.has(id))
  await userSettings.set({ ...settings, choices: Object.fromEntries(choices) })
}
