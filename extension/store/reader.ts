import type { State, StoredIndex } from './stored-state.ts'
import type { IDBPTransaction } from 'idb'
import { chunkOf } from '../../src/names/chunks.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { nothingEnforced, type Enforced } from '../../src/enforcement/enforced.ts'
import { checkedEffective, noneEffective, type EffectiveSettings } from '../../src/policy/effective-settings.ts'
import { checkedRecords } from '../../src/standing/check-records.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { database, type WritSchema } from './database.ts'
import { fits } from './check-stored.ts'
import { isFeedState } from './feeds.ts'
import { bucketsPerSheet, isSheet, sheetsOf } from './state.ts'

/** Reads the store as it is at one instant. Small reads only: the answer must be there before anyone notices. */
export interface StoreReader {
  index(): Promise<StoredIndex | undefined>
  enforced(): Promise<Enforced>
  /** Whether something is being changed, or was when the background ended. */
  unfinished(): Promise<boolean>
  effective(): Promise<EffectiveSettings>
  /** The states of the feeds that were asked. */
  feeds(): Promise<FeedState[]>
  /** The number of orders that are kept. */
  count(): Promise<number>
  /** Every order that is kept. */
  all(): Promise<OrderRecord[]>
  /** The texts of these buckets, by number. */
  buckets(index: StoredIndex, numbers: readonly number[]): Promise<Map<number, string>>
  /** Those of the keys that are kept. */
  records(keys: readonly string[]): Promise<Map<string, OrderRecord>>
  /** The chunk of an order's targets, by the order's key, in which one target lies with its annotations. */
  chunk(order: string, position: number): Promise<string | undefined>
}

/**
 * Reads what is stored in one transaction, which ends when `read` waits for anything else than the reader. A private
 * window has a database of its own, which is empty, in both browsers; storage.local it shares.
 */
export async function readStore<T>(read: (reader: StoreReader) => Promise<T>): Promise<T> {
  if (browser.extension.inIncognitoContext) return read(copyForPrivateWindows)
  return read(readerOf((await database()).transaction(stores)))
}

/** The settings that hold, and what of them an administrator has set. */
export function readEffective(): Promise<EffectiveSettings> {
  return readStore((reader) => reader.effective())
}

const stores = ['state', 'orders', 'buckets', 'targets', 'feeds'] as const
type Reading = IDBPTransaction<WritSchema, typeof stores>

function damaged(what: string): never {
  throw new Error(`the ${what} is stored in a form that cannot be read`)
}

function readerOf(transaction: Reading): StoreReader {
  const store = <Name extends (typeof stores)[number]>(name: Name) => transaction.objectStore(name)
  async function state<K extends keyof State>(key: K): Promise<State[K] | undefined> {
    const stored: unknown = await store('state').get(key)
    return fits(key, stored) ? stored : undefined
  }
  return {
    async index() {
      const [stored, orders] = await Promise.all([state('index'), store('orders').count()])
      // Before the first order is kept there is none.
      return stored ?? (orders === 0 ? undefined : damaged('index'))
    },
    enforced: async () => (await state('enforced')) ?? nothingEnforced,
    unfinished: async () => (await state('unfinished')) === true,
    effective: async () => checkedEffective(await store('state').get('effective')) ?? noneEffective,
    feeds: async () => (await store('feeds').getAll()).filter(isFeedState),
    count: () => store('orders').count(),
    all: async () => checkedRecords(await store('orders').getAll()),
    async buckets(index, numbers) {
      const sheets = sheetsOf(numbers)
      const texts = await Promise.all(sheets.map((sheet) => store('buckets').get([index.digest, sheet])))
      return bucketsOn(new Map(sheets.map((sheet, at) => [sheet, texts[at]])), numbers, index)
    },
    async records(keys) {
      const records = await Promise.all(keys.map((key) => store('orders').get(key)))
      return new Map(checkedRecords(records).map((record) => [record.key, record]))
    },
    chunk: (order, position) => store('targets').get([order, chunkOf(position)]),
  }
}

/** Keys of the copy in storage.local. */
export const copyKeys = {
  index: 'private/index',
  enforced: 'private/enforced',
  effective: 'private/effective',
  feeds: 'private/feeds',
  sheet: (number: number) => `private/buckets/${number}`,
  record: (key: string) => `private/order/${key}`,
}

const copyForPrivateWindows: StoreReader = {
  async index() {
    const stored = (await read([copyKeys.index])).get(copyKeys.index)
    return fits('index', stored) ? stored : damaged('copy of the index')
  },
  async enforced() {
    const stored = (await read([copyKeys.enforced])).get(copyKeys.enforced)
    return fits('enforced', stored) ? stored : nothingEnforced
  },
  async unfinished() {
    return false
  },
  async effective() {
    return checkedEffective((await read([copyKeys.effective])).get(copyKeys.effective)) ?? noneEffective
  },
  async feeds() {
    const stored = (await read([copyKeys.feeds])).get(copyKeys.feeds)
    return Array.isArray(stored) ? stored.filter(isFeedState) : []
  },
  async count() {
    return (await this.index())?.orders.length ?? 0
  },
  async all() {
    const index = await this.index()
    return index ? [...(await this.records(index.orders)).values()] : []
  },
  async buckets(index, numbers) {
    const sheets = sheetsOf(numbers)
    const texts = await read(sheets.map(copyKeys.sheet))
    const onSheets = sheets.map((sheet) => [sheet, texts.get(copyKeys.sheet(sheet))] as const)
    return bucketsOn(new Map(onSheets), numbers, index)
  },
  async records(keys) {
    const records = await read(keys.map(copyKeys.record))
    return new Map(checkedRecords([...records.values()]).map((record) => [record.key, record]))
  },
  /** Annotations are left out of the copy. */
  async chunk() {
    return undefined
  },
}

/** Throws where a sheet is gone or damaged: an answer without it would be that no order covers what was asked for. */
function bucketsOn(
  sheets: ReadonlyMap<number, unknown>,
  numbers: readonly number[],
  { sums }: StoredIndex,
): Map<number, string> {
  return new Map(
    numbers.map((number) => {
      const at = Math.floor(number / bucketsPerSheet)
      const sheet = sheets.get(at)
      return [number, isSheet(sheet, sums[at]) ? (sheet[number % bucketsPerSheet] ?? '') : damaged('index')]
    }),
  )
}

async function read(keys: string[]): Promise<Map<string, unknown>> {
  return new Map(Object.entries(await browser.storage.local.get(keys)))
}
