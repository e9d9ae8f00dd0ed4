import { addTargets, indexShape } from '../../src/names/indexing.ts'
import { nameFilter } from '../../src/names/name-filter.ts'
import { BucketWriter } from '../../src/names/name-buckets.ts'
import type { TargetReader } from '../../src/enforcement/plan.ts'
import { manyNames } from '../../src/enforcement/watch.ts'
import { contentOf, type OrderRecord } from '../../src/standing/record.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { keysBeginningWith } from '../store/key-range.ts'
import { bucketsPerSheet, readState, type StoredIndex, type StoredNames } from '../store/state.ts'
import { forgetListedNames } from './listed-names.ts'

/**
 * Makes the index over the listed orders and puts it in the place of the last one, in one transaction. Does nothing when
 * it is up to date.
 */
export async function indexNames(db: Database, orders: readonly OrderRecord[], targets: TargetReader): Promise<void> {
  const kept = orders.map(contentOf)
  const digest = await digestOf([indexShape(), bucketsPerSheet, ...kept].join('\n'))
  const last = await readState(db, 'index')
  if (last?.digest === digest) return
  const writer = new BucketWriter(orders.reduce((sum, { order }) => sum + order.targetCount, 0))
  for (const [order, record] of orders.entries()) {
    addTargets(writer, order, await targets(record))
  }
  const names = writer.names.length > manyNames ? { filter: nameFilter(writer.names) } : undefined
  await replaceIndex(db, { digest, orders: orders.map(({ key }) => key) }, writer.buckets(), names, last)
  forgetListedNames()
}

async function replaceIndex(
  db: Database,
  { digest, orders }: Pick<StoredIndex, 'digest' | 'orders'>,
  buckets: string[],
  names: StoredNames | undefined,
  last: StoredIndex | undefined,
): Promise<void> {
  const transaction = db.transaction(['buckets', 'state'], 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore('buckets')
  const writes: Promise<unknown>[] = []
  for (let from = 0; from < buckets.length; from += bucketsPerSheet)
    writes.push(store.put(buckets.slice(from, from + bucketsPerSheet), [digest, from / bucketsPerSheet]))
  if (last) writes.push(store.delete(keysBeginningWith(last.digest)))
  const state = transaction.objectStore('state')
  writes.push(
    state.put({ digest, bucketCount: buckets.length, orders } satisfies StoredIndex, 'index'),
    names ? state.put(names, 'names') : state.delete('names'),
    transaction.done,
  )
  await Promise.all(writes)
}
