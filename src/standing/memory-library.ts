import type { Order, Target } from '../order/order.ts'
import { placedTargets } from '../order/targets/placed.ts'
import type { Coverage } from '../names/find.ts'
import type { Choice } from './application.ts'
import { addTargets } from '../names/indexing.ts'
import { BucketWriter, type NameIndex } from '../names/name-buckets.ts'
import { listedOrders, type OrderRecord, type Provenance, recordOf } from './record.ts'

/** An order, and who gave it. */
export interface GivenOrder {
  order: Order
  provenance: Provenance
  /** `apply` where nobody says. */
  choice?: Choice
}

/** Orders in memory: what the extension keeps in a database, for programs that have none. */
interface MemoryLibrary {
  index: NameIndex
  /** By record key. */
  records: Map<string, OrderRecord>
  targetOf(coverage: Coverage): Target | undefined
}

/**
 * A library over these orders; of several with one id, it has the one whose provenance stands first.
 *
 * @param addedAt epoch milliseconds
 */
export function memoryLibrary(given: readonly GivenOrder[], addedAt: number): MemoryLibrary {
  const all = given.map(({ order, provenance, choice = 'apply' }) => ({
    targets: [...placedTargets(order)],
    record: recordOf(order, { provenance, choice, digest: '', addedAt }),
  }))
  const first = new Set(listedOrders(all.map(({ record }) => record)))
  const kept = all.filter(({ record }) => first.has(record))
  const writer = new BucketWriter(kept.reduce((sum, { targets }) => sum + targets.length, 0))
  kept.forEach(({ targets }, order) => addTargets(writer, order, targets))
  const buckets = writer.buckets()
  const targetsByKey = new Map(kept.map(({ record, targets }) => [record.key, targets]))
  return {
    index: {
      orders: kept.map(({ record }) => record.key),
      bucketCount: buckets.length,
      bucket: (number) => buckets[number] ?? '',
    },
    records: new Map(kept.map(({ record }) => [record.key, record])),
    targetOf: ({ order, entry }) => targetsByKey.get(order)?.[entry.position]?.target,
  }
}
