import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { FeedState } from '../../src/feed/feed-state.ts'
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
  /** By its root: what is remembered of a feed. */
  feeds: { key: string; value: FeedState }
  /** By its root: the metadata of a feed that is trusted, each file by its role's name. */
  feedFiles: { key: string; value: Map<string, Uint8Array> }
  /** By the key that its record would have: the text of an order that a feed brings and that is held. */
  heldTexts: { key: string; value: string }
  /** The register of what was applied when, oldest first. */
  register: { key: number; value: RegisterEntry }
}

export type Database = IDBPDatabase<WritSchema>

let opened: Promise<Database> | undefined

/** Opens the database, once; after a failure the next call tries again. */
export function database(): Promise<Database> {
  opened ??= openDB<WritSchema>('writ', 4, {
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
      if (from < 4) {
        db.createObjectStore('feeds')
        db.createObjectStore('feedFiles')
        db.createObjectStore('heldTexts')
        // The settings that hold are computed again, with the feeds that are followed.
        void transaction.objectStore('state').delete('effective')
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
