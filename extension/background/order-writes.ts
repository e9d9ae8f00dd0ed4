import type { IDBPTransaction } from 'idb'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { chunksOf } from '../../src/names/chunks.ts'
import { sharedEffects } from '../../src/order/targets/effects.ts'
import type { PlacedTarget } from '../../src/order/targets/placed.ts'
import { recordKey, type OrderRecord } from '../../src/standing/record.ts'
import type { WritSchema } from '../store/database.ts'
import { keysBeginningWith } from '../store/key-range.ts'

/** All that is kept of orders and of the feeds that bring them. */
export const orderStores = ['orders', 'removed', 'documents', 'targets', 'feeds', 'feedFiles', 'heldTexts'] as const

export type OrderStores = IDBPTransaction<WritSchema, (typeof orderStores)[number][], 'readwrite'>

/** A feed's state from then on; nothing is remembered of one without a state. */
export interface FeedWrite {
  root: string
  state?: FeedState
  /** Metadata; where it is not given, what is there stays. */
  files?: Map<string, Uint8Array>
  /** Texts that are held, by the order's id; where it is not given, those that are there stay. */
  held?: ReadonlyMap<string, string>
}

export function putOrder(
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

export function deleteOrder(transaction: OrderStores, key: string): Promise<unknown>[] {
  return [
    transaction.objectStore('orders').delete(key),
    transaction.objectStore('removed').delete(key),
    transaction.objectStore('documents').delete(key),
    transaction.objectStore('targets').delete(keysBeginningWith(key)),
  ]
}

export function putFeed(transaction: OrderStores, { root, state, files, held }: FeedWrite): Promise<unknown>[] {
  const states = transaction.objectStore('feeds')
  const metadata = transaction.objectStore('feedFiles')
  const writes: Promise<unknown>[] = []
  if (!state) writes.push(states.delete(root), metadata.delete(root), deleteHeldTexts(transaction, root))
  if (state) writes.push(states.put(state, root))
  if (files) writes.push(metadata.put(files, root))
  if (!held) return writes
  const texts = transaction.objectStore('heldTexts')
  writes.push(deleteHeldTexts(transaction, root))
  for (const [id, text] of held) writes.push(texts.put(text, recordKey('feed', id, root)))
  return writes
}

function deleteHeldTexts(transaction: OrderStores, root: string): Promise<unknown> {
  const start = recordKey('feed', '', root)
  return transaction.objectStore('heldTexts').delete(IDBKeyRange.bound(start, `${start}\uffff`))
}
