import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { RegisterEntry } from '../../src/register/entry.ts'

/** The truth: what the browser's rules, the search pages' filter and every page are computed from. */
export interface WritSchema extends DBSchema {
  /** By `record.key`. */
  orders: { key: string; value: OrderRecord }
  /** An order's targets in chunks of JSON text: an order may list a million, and a page shows fifty. */
  targets: { key: [record: string, chunk: number]; value: string }
  /** By `record.key`: the text that an order was read from, to the letter. Its digest can be checked by anyone. */
  documents: { key: string; value: string }
  /** By `record.key`: orders that were removed since the browser started. Their targets and texts are still there. */
  removed: { key: string; value: OrderRecord }
  /** The index's buckets (see `src/names/name-buckets.ts`), `bucketsPerSheet` together: a write costs more than its bytes. */
  buckets: { key: [index: string, sheet: number]; value: string[] }
  /** Single values, by name: see `state.ts`. */
  state: { key: string; value: unknown }
  /** The register of what was applied when, oldest first. */
  register: { key: number; value: RegisterEntry }
}

export type Database = IDBPDatabase<WritSchema>

let opened: Promise<Database> | undefined

/** Opens the database, once; after a failure the next call tries again. */
export function database(): Promise<Database> {
  opened ??= openDB<WritSchema>('writ', 3, {
    upgrade(db, from, _to, transaction) {
      if (from < 1) {
        db.createObjectStore('orders')
        db.createObjectStore('targets')
        db.createObjectStore('state')
        db.createObjectStore('register', { autoIncrement: true })
      }
      if (from < 2) {
        db.createObjectStore('documents')
        db.createObjectStore('removed')
      }
      if (from < 3) {
        db.createObjectStore('buckets')
        // What an earlier version remembers of its index and its rules is computed again.
        void transaction.objectStore('state').clear()
        const names: DOMStringList = db.objectStoreNames
        if (names.contains('pages')) (db as unknown as IDBPDatabase).deleteObjectStore('pages')
      }
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
