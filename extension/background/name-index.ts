import type { StoredIndex, StoredNames } from '../store/stored-state.ts'
import { addTargets, indexShape } from '../../src/names/indexing.ts'
import { nameFilter } from '../../src/names/name-filter.ts'
import { BucketWriter } from '../../src/names/name-buckets.ts'
import { manyNames } from '../../src/enforcement/watch.ts'
import { contentOf } from '../../src/standing/record.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { bucketsPerSheet, isSheet, readState, sheetSum } from '../store/state.ts'
import type { Listed } from './listed.ts'
import { forgetListedNames } from './listed-names.ts'

/**
 * Makes the index over the listed orders and puts it in the place of the last one, in one transaction. Does nothing when
 * it is up to date.
 *
 * @param check whether each sheet is looked at: a million names take a second
 */
export async function indexNames(
  db: Database,
  { orders, targets }: Listed,
  { check }: { check: boolean },
): Promise<void> {
  const kept = orders.map(contentOf)
  const digest = await digestOf([indexShape(), bucketsPerSheet, ...kept].join('\n'))
  const last = await readState(db, 'index')
  if (last?.digest === digest && !(check && (await isDamaged(db, last)))) return
  const writer = new BucketWriter(orders.reduce((sum, { order }) => sum + order.targetCount, 0))
  for (const [order, record] of orders.entries()) {
    addTargets(writer, order, await targets(record))
  }
  const names = writer.names.length > manyNames ? { filter: nameFilter(writer.names) } : undefined
  await replaceIndex(db, { digest, orders: orders.map(({ key }) => key) }, writer.buckets(), names)
  forgetListedNames()
}

async function isDamaged(db: Database, { digest, sums }: StoredIndex): Promise<boolean> {
  for (const [number, sum] of sums.entries()) {
    const sheet = await db.get('buckets', [digest, number])
    if (!isSheet(sheet, sum)) return true
  }
  return false
}

async function replaceIndex(
  db: Database,
  { digest, orders }: Pick<StoredIndex, 'digest' | 'orders'>,
  buckets: string[],
  names: StoredNames | undefined,
): Promise<void> {
  const transaction = db.transaction(['buckets', 'state'], 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore('buckets')
  const writes: Promise<unknown>[] = [store.clear()]
  const sums: number[] = []
  for (let from = 0; from < buckets.length; from += bucketsPerSheet) {
    const sheet = buckets.slice(from, from + bucketsPerSheet)
    sums.push(sheetSum(sheet))
    writes.push(store.put(sheet, [digest, from / bucketsPerSheet]))
  }
  const state = transaction.objectStore('state')
  writes.push(
    state.put({ digest, bucketCount: buckets.length, orders, sums } satisfies StoredIndex, 'index'),
    names ? state.put(names, 'names') : state.delete('names'),
    transaction.done,
  )
  await Promise.all(writes)
}
