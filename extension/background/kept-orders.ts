import { targetsIn } from '../../src/names/chunks.ts'
import { DamagedOrder, readDocument } from '../../src/enforcement/damage.ts'
import { readAgain, readingSignature } from '../../src/enforcement/reading.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import type { OrderWithText } from '../../src/order/reading/parse-all.ts'
import { sharedEffects } from '../../src/order/targets/effects.ts'
import { placedTargets, type PlacedTarget } from '../../src/order/targets/placed.ts'
import type { Choice } from '../../src/standing/application.ts'
import { checkedRecords } from '../../src/standing/check-records.ts'
import {
  orderIdOf,
  precedence,
  provenanceOf,
  recordKey,
  recordOf,
  type FeedOrigin,
  type OrderRecord,
  type Provenance,
} from '../../src/standing/record.ts'
import type { Database } from '../store/database.ts'
import { ownServices } from '../platform/own-services.ts'
import { digestOf } from '../store/digest.ts'
import { keysBeginningWith } from '../store/key-range.ts'
import { deleteOrder, orderStores, putFeed, putOrder, type FeedWrite } from './order-writes.ts'

/** An order to be kept. */
export interface Arrival extends OrderWithText {
  provenance: Provenance
  feed?: FeedOrigin
  /** The choice where nobody has made one; to apply it where absent. */
  choice?: Choice
  /** Epoch ms, where it was kept before. */
  addedAt?: number
}

/** A change of what is kept. */
interface Change {
  arrivals?: readonly Arrival[]
  /** Keys of orders that are dropped for good. */
  dropped?: readonly string[]
  /** Feeds of which something else is remembered from then on, or nothing. */
  feeds?: readonly FeedWrite[]
}

/** The orders of the database: read once, and changed here and there together. */
export class KeptOrders {
  readonly #db: Database
  readonly #records: Map<string, OrderRecord>
  /** Keys of rows that were found and are no records. */
  readonly #unsound: Set<string>
  /** Names the code that reads them now. */
  readonly #reading: string
  readonly #targets = new Map<string, Promise<PlacedTarget[]>>()

  static async read(db: Database): Promise<KeptOrders> {
    const { store } = db.transaction('orders')
    const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()])
    return new KeptOrders(
      db,
      keys,
      checkedRecords(rows),
      await digestOf(JSON.stringify([readingSignature(), ownServices()])),
    )
  }

  private constructor(db: Database, keys: readonly string[], records: readonly OrderRecord[], reading: string) {
    this.#db = db
    this.#reading = reading
    this.#records = new Map(records.map((record) => [record.key, record]))
    this.#unsound = new Set(keys.filter((key) => !this.#records.has(key)))
  }

  /** By key, as the database sorts them. */
  get records(): OrderRecord[] {
    return [...this.#records.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }

  /** Keys of orders that were found and could not be read. */
  get unread(): string[] {
    return [...this.#unsound].filter((key) => !this.#records.has(key))
  }

  /** Each order's targets in the order in which entries count them, read once at most: with a million it takes long. */
  readonly targets = (record: OrderRecord): Promise<PlacedTarget[]> => {
    const reading = this.#targets.get(record.key) ?? this.#readTargets(record)
    this.#targets.set(record.key, reading)
    return reading
  }

  async #readTargets(record: OrderRecord): Promise<PlacedTarget[]> {
    const chunks = await this.#db.getAll('targets', keysBeginningWith(record.key))
    const targets = targetsOf(chunks, record)
    if (targets.length === record.order.targetCount) return targets
    const order = readDocument(record.key, await this.#db.get('documents', record.key))
    if (!order) throw new DamagedOrder(record.key)
    const again = [...placedTargets(order)]
    if (again.length !== record.order.targetCount) throw new DamagedOrder(record.key)
    return again
  }

  /** Makes records anew that cannot be read or are gone, from their documents. */
  async mend(now: number): Promise<void> {
    const [texts, removed] = await Promise.all([this.#db.getAllKeys('documents'), this.#db.getAllKeys('removed')])
    const lost = texts.filter((key) => !this.#records.has(key) && !removed.includes(key))
    for (const key of new Set([...this.unread, ...lost])) {
      const text = await this.#db.get('documents', key)
      const order = readDocument(key, text)
      const provenance = provenanceOf(key)
      const feed = provenance === 'feed' ? feedOf(key, await this.#db.getAll('feeds')) : undefined
      if (order && (feed || provenance !== 'feed'))
        await this.keep([{ order, text: text!, provenance, ...(feed ? { feed } : {}) }], now)
    }
  }

  /** Keeps orders, their texts and all their targets. */
  keep(arrivals: readonly Arrival[], now: number): Promise<void> {
    return this.change({ arrivals }, now)
  }

  /** Drops orders for good. */
  drop(dropped: readonly string[]): Promise<void> {
    return this.change({ dropped }, 0)
  }

  /** Changes what is kept in one transaction: after a crash all of it is there or none is. */
  async change({ arrivals = [], dropped = [], feeds = [] }: Change, now: number): Promise<void> {
    if (arrivals.length + dropped.length + feeds.length === 0) return
    const digests = await Promise.all(arrivals.map(({ text }) => digestOf(text)))
    const kept = arrivals.map(({ order, text, choice = 'apply', addedAt = now, ...from }, at) => {
      const record = recordOf(order, { ...from, choice, digest: digests[at]!, addedAt }, ownServices())
      return { record: { ...record, reading: this.#reading }, text, targets: [...placedTargets(order)] }
    })
    const transaction = this.#db.transaction([...orderStores], 'readwrite', { durability: 'relaxed' })
    await Promise.all([
      ...dropped.flatMap((key) => deleteOrder(transaction, key)),
      ...kept.flatMap(({ record, text, targets }) => putOrder(transaction, record, text, targets)),
      ...feeds.flatMap((feed) => putFeed(transaction, feed)),
      transaction.done,
    ])
    for (const key of dropped) {
      this.#records.delete(key)
      this.#unsound.delete(key)
    }
    for (const { record, targets } of kept) {
      this.#records.set(record.key, record)
      this.#targets.set(record.key, Promise.resolve(targets))
    }
  }

  /**
   * Reads the documents again of which the records were made by other code: a version's calendar, a new key. What it
   * cannot read stays as it was read, and says so.
   */
  async readAgain(now: number): Promise<void> {
    for (const record of this.records.filter(({ reading }) => reading !== this.#reading)) {
      const text = await this.#db.get('documents', record.key)
      const read = readAgain(record, text)
      if ('code' in read) await this.#put({ ...record, reading: this.#reading, outdated: read })
      else await this.keep([{ ...record, order: read, text: text! }], now)
    }
  }

  async #put(record: OrderRecord): Promise<void> {
    await this.#db.put('orders', record, record.key)
    this.#records.set(record.key, record)
  }

  /** Takes an order out of use, whole: only its record moves. Does nothing when it is not there. */
  async remove(key: string): Promise<void> {
    if (await this.#move(key, 'orders', 'removed')) this.#records.delete(key)
  }

  /** Puts an order back that was taken out of use. */
  async restore(key: string): Promise<void> {
    const record = await this.#move(key, 'removed', 'orders')
    for (const sound of checkedRecords([record])) this.#records.set(key, sound)
  }

  async #move(key: string, from: 'orders' | 'removed', to: 'orders' | 'removed'): Promise<OrderRecord | undefined> {
    const transaction = this.#db.transaction(['orders', 'removed'], 'readwrite')
    const record = await transaction.objectStore(from).get(key)
    if (record) {
      await transaction.objectStore(from).delete(key)
      await transaction.objectStore(to).put(record, key)
    }
    await transaction.done
    return record
  }
}

/** The feed whose order has this key, where it is remembered. */
function feedOf(key: string, feeds: readonly FeedState[]): FeedOrigin | undefined {
  const by = feeds.find(({ root }) => recordKey('feed', orderIdOf(key), root) === key)
  return by && { root: by.root, address: by.address, version: by.version ?? 0 }
}

/** The targets in these chunks; none where one cannot be read: there is no telling how many it held. */
function targetsOf(chunks: readonly unknown[], record: OrderRecord): PlacedTarget[] {
  const effects = sharedEffects(record.order)
  const targets: PlacedTarget[] = []
  try {
    for (const chunk of chunks) for (const target of targetsIn(chunk as string, effects)) targets.push(target)
    return targets
  } catch {
    return []
  }
}

/** Those of one id: each provenance may have its own. */
export async function recordsWith(db: Database, id: string): Promise<OrderRecord[]> {
  const keys = precedence.map((provenance) => recordKey(provenance, id))
  const records = await Promise.all(keys.map((key) => db.get('orders', key)))
  return checkedRecords(records)
}
