import type { IDBPTransaction } from 'idb'
import { chunksOf } from '../../src/names/chunks.ts'
import { precedence, recordKey, type OrderRecord, type Provenance } from '../../src/standing/record.ts'
import { recordOf } from '../../src/standing/recording.ts'
import type { Choice } from '../../src/standing/application.ts'
import { sharedEffects } from '../../src/order/targets/effects.ts'
import type { Order } from '../../src/order/order.ts'
import { placedTargets, type PlacedTarget } from '../../src/order/targets/placed.ts'
import type { Database, WritSchema } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { keysBeginningWith } from '../store/key-range.ts'
import { checkedRecords } from '../store/check-stored.ts'
import type { AtHand } from './target-reader.ts'

/** An order to be kept, with the text it was read from. */
export interface Arrival {
  order: Order
  text: string
  provenance: Provenance
  /** What is done with it unless someone chooses otherwise: it is applied. */
  choice?: Choice
}

export async function keptRecords(db: Database): Promise<OrderRecord[]> {
  return checkedRecords(await db.getAll('orders'))
}

/** Those of one id: each provenance may have its own. */
export async function recordsWith(db: Database, id: string): Promise<OrderRecord[]> {
  const keys = precedence.map((provenance) => recordKey(provenance, id))
  const records = await Promise.all(keys.map((key) => db.get('orders', key)))
  return checkedRecords(records)
}

/** All that is kept of one order. */
const orderStores = ['orders', 'removed', 'documents', 'targets'] as const

type OrderStores = IDBPTransaction<WritSchema, (typeof orderStores)[number][], 'readwrite'>

export async function keepOrder(db: Database, arrival: Arrival, now: number): Promise<void> {
  await keepOrders(db, [arrival], now)
}

/**
 * Keeps orders, their texts and all their targets in one transaction: after a crash all are there or none is.
 *
 * @returns their targets
 */
export async function keepOrders(db: Database, arrivals: readonly Arrival[], now: number): Promise<AtHand> {
  const atHand = new Map<string, PlacedTarget[]>()
  const digests = await Promise.all(arrivals.map(({ text }) => digestOf(text)))
  const transaction = db.transaction([...orderStores], 'readwrite', { durability: 'relaxed' })
  const writes = arrivals.flatMap(({ order, text, provenance, choice = 'apply' }, at) => {
    const record = recordOf(order, { provenance, choice, digest: digests[at]!, addedAt: now })
    const targets = [...placedTargets(order)]
    atHand.set(record.key, targets)
    return putOrder(transaction, record, text, targets)
  })
  await Promise.all([...writes, transaction.done])
  return atHand
}

function putOrder(
  transaction: OrderStores,
  record: OrderRecord,
  text: string,
  placed: Iterable<PlacedTarget>,
): Promise<unknown>[] {
  const targets = transaction.objectStore('targets')
  const writes: Promise<unknown>[] = [
    transaction.objectStore('orders').put(record, record.key),
    transaction.objectStore('removed').delete(record.key),
    transaction.objectStore('documents').put(text, record.key),
    targets.delete(keysBeginningWith(record.key)),
  ]
  let number = 0
  for (const chunk of chunksOf(placed, sharedEffects(record.order)))
    writes.push(targets.put(chunk, [record.key, number++]))
  return writes
}

export async function dropOrder(db: Database, key: string): Promise<void> {
  const transaction = db.transaction([...orderStores], 'readwrite')
  await Promise.all([
    transaction.objectStore('orders').delete(key),
    transaction.objectStore('removed').delete(key),
    transaction.objectStore('documents').delete(key),
    transaction.objectStore('targets').delete(keysBeginningWith(key)),
    transaction.done,
  ])
}
