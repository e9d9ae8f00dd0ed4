import { chunksOf, targetsIn } from '../../src/lookup/chunks.ts'
import { addTargets } from '../../src/lookup/indexing.ts'
import { nameFilter } from '../../src/lookup/name-filter.ts'
import { PageWriter } from '../../src/lookup/name-pages.ts'
import { listed, precedence, type OrderRecord, type Provenance } from '../../src/lookup/record.ts'
import { recordOf } from '../../src/lookup/recording.ts'
import type { Choice } from '../../src/order/application.ts'
import type { Order } from '../../src/order/order.ts'
import { sharedEffects } from '../../src/order/effects.ts'
import { placedTargets, type PlacedTarget } from '../../src/order/targets.ts'
import type { IDBPTransaction } from 'idb'
import type { Database, WritSchema } from '../platform/database.ts'
import { manyNames, pagesPerSheet, readState, type StoredIndex, type StoredNames } from '../platform/stored.ts'
import { forgetListedNames } from './listed-names.ts'

/** An order to be kept, with the text it was read from. */
export interface Arrival {
  order: Order
  text: string
  provenance: Provenance
  /** What is done with it unless someone chooses otherwise: it is applied. */
  choice?: Choice
}

export async function keptRecords(db: Database): Promise<OrderRecord[]> {
  return db.getAll('orders')
}

/** Those of one id: each provenance may have its own. */
export async function recordsWith(db: Database, id: string): Promise<OrderRecord[]> {
  const keys = precedence.map((provenance) => `${provenance}:${id}`)
  const records = await Promise.all(keys.map((key) => db.get('orders', key)))
  return records.filter((record) => record !== undefined)
}

/** All that is kept of one order. */
const orderStores = ['orders', 'removed', 'documents', 'targets'] as const

type OrderStores = IDBPTransaction<WritSchema, (typeof orderStores)[number][], 'readwrite'>

export async function keepOrder(db: Database, arrival: Arrival, now: number): Promise<void> {
  await keepOrders(db, [arrival], now)
}

/** Targets that need not be read, by the keys of their records. */
export type AtHand = ReadonlyMap<string, PlacedTarget[]>

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
    targets.delete(chunkRange(record.key)),
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
    transaction.objectStore('targets').delete(chunkRange(key)),
    transaction.done,
  ])
}

/** An order's targets as it was kept, in the order in which their entries count them. */
async function targetsOf(db: Database, record: OrderRecord): Promise<PlacedTarget[]> {
  const chunks = await db.getAll('targets', chunkRange(record.key))
  const effects = sharedEffects(record.order)
  const targets: PlacedTarget[] = []
  for (const chunk of chunks) for (const target of targetsIn(chunk, effects)) targets.push(target)
  return targets
}

export type TargetReader = (record: OrderRecord) => Promise<Iterable<PlacedTarget>>

/**
 * Reads each order's targets once, however often they are asked for, and none that are at hand: with a million it takes
 * long.
 */
export function targetReader(db: Database, atHand: AtHand): TargetReader {
  const reading = new Map<string, Promise<PlacedTarget[]>>()
  return async (record) => {
    const targets = atHand.get(record.key)
    if (targets) return targets
    const started = reading.get(record.key) ?? targetsOf(db, record)
    reading.set(record.key, started)
    return started
  }
}

/**
 * Makes the index over all listed orders and puts it in the place of the last one, in one transaction. Does nothing when
 * it is up to date.
 */
export async function index(db: Database, records: readonly OrderRecord[], targets: TargetReader): Promise<void> {
  const orders = listed(records)
  const digest = await digestOf(orders.map(({ key, digest }) => `${key} ${digest}`).join('\n'))
  const last = await readState(db, 'index')
  if (last?.digest === digest) return
  const writer = new PageWriter(orders.reduce((sum, { order }) => sum + order.targetCount, 0))
  for (const [order, record] of orders.entries()) {
    addTargets(writer, order, await targets(record))
  }
  const names = writer.names.length > manyNames ? { filter: nameFilter(writer.names) } : undefined
  await replaceIndex(db, { digest, orders: orders.map(({ key }) => key) }, writer.pages(), names, last)
  forgetListedNames()
}

async function replaceIndex(
  db: Database,
  { digest, orders }: Pick<StoredIndex, 'digest' | 'orders'>,
  pages: string[],
  names: StoredNames | undefined,
  last: StoredIndex | undefined,
): Promise<void> {
  const transaction = db.transaction(['pages', 'state'], 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore('pages')
  const writes: Promise<unknown>[] = []
  for (let from = 0; from < pages.length; from += pagesPerSheet)
    writes.push(store.put(pages.slice(from, from + pagesPerSheet), [digest, from / pagesPerSheet]))
  if (last) writes.push(store.delete(IDBKeyRange.bound([last.digest], [last.digest, []])))
  const state = transaction.objectStore('state')
  writes.push(
    state.put({ digest, pageCount: pages.length, orders } satisfies StoredIndex, 'index'),
    names ? state.put(names, 'names') : state.delete('names'),
    transaction.done,
  )
  await Promise.all(writes)
}

/** `[key, chunk]` for every chunk: an array sorts after every number. */
function chunkRange(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key], [key, []])
}

/** SHA-256, hexadecimal. */
export async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
