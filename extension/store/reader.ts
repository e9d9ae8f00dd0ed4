import type { IDBPTransaction } from 'idb'
import { chunkOf } from '../../src/names/chunks.ts'
import { nothingEnforced, type Enforced } from '../../src/enforcement/enforced.ts'
import { checkedEffective, noneEffective, type EffectiveSettings } from '../../src/policy/effective-settings.ts'
import { checkedRecords } from '../../src/standing/check-records.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { database, type WritSchema } from './database.ts'
import { bucketsPerSheet, sheetsOf, type StoredIndex } from './state.ts'

/** Reads the store as it is at one instant. Small reads only: the answer must be there before anyone notices. */
export interface StoreReader {
  index(): Promise<StoredIndex | undefined>
  enforced(): Promise<Enforced>
  effective(): Promise<EffectiveSettings>
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

const stores = ['state', 'orders', 'buckets', 'targets'] as const
type Reading = IDBPTransaction<WritSchema, typeof stores>

function readerOf(transaction: Reading): StoreReader {
  const store = <Name extends (typeof stores)[number]>(name: Name) => transaction.objectStore(name)
  return {
    index: () => store('state').get('index') as Promise<StoredIndex | undefined>,
    enforced: async () => ((await store('state').get('enforced')) as Enforced | undefined) ?? nothingEnforced,
    effective: async () => checkedEffective(await store('state').get('effective')) ?? noneEffective,
    count: () => store('orders').count(),
    all: async () => checkedRecords(await store('orders').getAll()),
    async buckets(index, numbers) {
      const sheets = sheetsOf(numbers)
      const texts = await Promise.all(sheets.map((sheet) => store('buckets').get([index.digest, sheet])))
      return bucketsOn(new Map(sheets.map((sheet, at) => [sheet, texts[at]])), numbers)
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
  sheet: (number: number) => `private/buckets/${number}`,
  record: (key: string) => `private/order/${key}`,
}

const copyForPrivateWindows: StoreReader = {
  async index() {
    return (await read([copyKeys.index])).get(copyKeys.index) as StoredIndex | undefined
  },
  async enforced() {
    return ((await read([copyKeys.enforced])).get(copyKeys.enforced) as Enforced | undefined) ?? nothingEnforced
  },
  async effective() {
    return (
      ((await read([copyKeys.effective])).get(copyKeys.effective) as EffectiveSettings | undefined) ?? noneEffective
    )
  },
  async count() {
    return (await this.index())?.orders.length ?? 0
  },
  async all() {
    const index = await this.index()
    return index ? [...(await this.records(index.orders)).values()] : []
  },
  async buckets(_index, numbers) {
    const sheets = sheetsOf(numbers)
    const texts = await read(sheets.map(copyKeys.sheet))
    const onSheets = sheets.map((sheet) => [sheet, texts.get(copyKeys.sheet(sheet)) as string[] | undefined] as const)
    return bucketsOn(new Map(onSheets), numbers)
  },
  async records(keys) {
    const records = await read(keys.map(copyKeys.record))
    return new Map([...records.values()].map((record) => [(record as OrderRecord).key, record as OrderRecord]))
  },
  /** Annotations are left out of the copy. */
  async chunk() {
    return undefined
  },
}

function bucketsOn(
  sheets: ReadonlyMap<number, readonly string[] | undefined>,
  numbers: readonly number[],
): Map<number, string> {
  const page = (number: number) => sheets.get(Math.floor(number / bucketsPerSheet))?.[number % bucketsPerSheet]
  return new Map(numbers.map((number) => [number, page(number) ?? '']))
}

async function read(keys: string[]): Promise<Map<string, unknown>> {
  return new Map(Object.entries(await browser.storage.local.get(keys)))
}
