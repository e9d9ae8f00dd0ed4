import { targetsIn, targetsPerChunk } from '../../src/lookup/chunks.ts'
import type { OrderRecord } from '../../src/lookup/record.ts'
import { sharedEffects } from '../../src/order/effects.ts'
import type { PlacedTarget } from '../../src/order/targets.ts'
import { browser } from './browser.ts'
import { database } from './database.ts'
import { pagesPerSheet, readState, sheetsOf, type Enforced, type StoredIndex } from './stored.ts'

/** Where an explanation is read from. Small reads only: the answer must be there before anyone notices. */
export interface Shelf {
  index(): Promise<StoredIndex | undefined>
  enforced(): Promise<Enforced | undefined>
  /** Every order that is kept. */
  all(): Promise<OrderRecord[]>
  /** The texts of these pages, by number. */
  pages(index: StoredIndex, numbers: readonly number[]): Promise<Map<number, string>>
  /** Those of the keys that are kept. */
  records(keys: readonly string[]): Promise<Map<string, OrderRecord>>
  /** One target with its annotations. */
  target(record: OrderRecord, position: number): Promise<PlacedTarget | undefined>
}

/** A private window has a database of its own, which is empty, in both browsers; storage.local it shares. */
export async function shelf(): Promise<Shelf> {
  return browser.extension.inIncognitoContext ? copyForPrivateWindows : ofDatabase
}

const ofDatabase: Shelf = {
  async index() {
    return readState(await database(), 'index')
  },
  async enforced() {
    return readState(await database(), 'enforced')
  },
  async all() {
    return (await database()).getAll('orders')
  },
  async pages(index, numbers) {
    const { store } = (await database()).transaction('pages')
    const sheets = sheetsOf(numbers)
    const texts = await Promise.all(sheets.map((sheet) => store.get([index.digest, sheet])))
    return pagesOn(new Map(sheets.map((sheet, at) => [sheet, texts[at]])), numbers)
  },
  async records(keys) {
    const transaction = (await database()).transaction('orders')
    const records = await Promise.all(keys.map((key) => transaction.store.get(key)))
    return new Map(records.flatMap((record) => (record ? [[record.key, record]] : [])))
  },
  async target(record, position) {
    const chunk = Math.floor(position / targetsPerChunk)
    const text = await (await database()).get('targets', [record.key, chunk])
    if (text === undefined) return undefined
    return [...targetsIn(text, sharedEffects(record.order))][position % targetsPerChunk]
  },
}

/** Keys of the copy in storage.local. */
export const copyKeys = {
  index: 'private/index',
  enforced: 'private/enforced',
  sheet: (number: number) => `private/pages/${number}`,
  record: (key: string) => `private/order/${key}`,
}

const copyForPrivateWindows: Shelf = {
  async index() {
    return (await read([copyKeys.index])).get(copyKeys.index) as StoredIndex | undefined
  },
  async enforced() {
    return (await read([copyKeys.enforced])).get(copyKeys.enforced) as Enforced | undefined
  },
  async all() {
    const index = await this.index()
    return index ? [...(await this.records(index.orders)).values()] : []
  },
  async pages(_index, numbers) {
    const sheets = sheetsOf(numbers)
    const texts = await read(sheets.map(copyKeys.sheet))
    const onSheets = sheets.map((sheet) => [sheet, texts.get(copyKeys.sheet(sheet)) as string[] | undefined] as const)
    return pagesOn(new Map(onSheets), numbers)
  },
  async records(keys) {
    const records = await read(keys.map(copyKeys.record))
    return new Map([...records.values()].map((record) => [(record as OrderRecord).key, record as OrderRecord]))
  },
  /** Annotations are left out of the copy. */
  async target() {
    return undefined
  },
}

function pagesOn(
  sheets: ReadonlyMap<number, readonly string[] | undefined>,
  numbers: readonly number[],
): Map<number, string> {
  const page = (number: number) => sheets.get(Math.floor(number / pagesPerSheet))?.[number % pagesPerSheet]
  return new Map(numbers.map((number) => [number, page(number) ?? '']))
}

async function read(keys: string[]): Promise<Map<string, unknown>> {
  return new Map(Object.entries(await browser.storage.local.get(keys)))
}
