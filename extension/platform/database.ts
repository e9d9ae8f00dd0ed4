import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { OrderRecord } from '../../src/lookup/record.ts'

/** The truth: what the browser's rules, the search pages' filter and every page are computed from. */
export interface WritSchema extends DBSchema {
  /** By `record.key`. */
  orders: { key: string; value: OrderRecord }
  /** An order's targets in chunks of JSON text: an order may list a million, and a page shows fifty. */
  targets: { key: [record: string, chunk: number]; value: string }
  /** The index's pages: see `src/lookup/name-pages.ts`. */
  pages: { key: [index: string, page: number]; value: string }
  /** Single values, by name: see `stored.ts`. */
  state: { key: string; value: unknown }
  /** What was applied when, oldest first. */
  register: { key: number; value: RegisterEntry }
}

export interface RegisterEntry {
  /** Epoch milliseconds. */
  at: number
  event: 'applied' | 'no-longer-applied'
  order: string
  version: number
  digest: string
  provenance: string
  /** Beyond its term, by choice. */
  byChoice: boolean
  targets: number
}

export type Database = IDBPDatabase<WritSchema>

let opened: Promise<Database> | undefined

/** Opens the database, once; after a failure the next call tries again. */
export function database(): Promise<Database> {
  opened ??= openDB<WritSchema>('writ', 1, {
    upgrade(db) {
      db.createObjectStore('orders')
      db.createObjectStore('targets')
      db.createObjectStore('pages')
      db.createObjectStore('state')
      db.createObjectStore('register', { autoIncrement: true })
    },
    terminated() {
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
