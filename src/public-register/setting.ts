import type { Words } from '../words/words.ts'
import type { Change, Withdrawn } from './changes.ts'
import type { PublishedOrder } from './published-order.ts'

/** Everything that the register's files are made from. */
export interface Register {
  /** Newest decision first. */
  orders: readonly PublishedOrder[]
  withdrawn: readonly Withdrawn[]
  /** Newest first. */
  changes: readonly Change[]
  /** Epoch ms. */
  now: number
  /** Words by their code, of every language that pages are in: `fr`. */
  words: ReadonlyMap<string, Words>
  /** The code of the language of pages that are not asked for in any. */
  language: string
  /** Whoever publishes: `Example Authority`. */
  organization?: string
  /** A name-based UUID: the same name gives the same. */
  uuid(name: string): string
}

/** A file below the site. */
export interface RegisterFile {
  path: string
  text: string
}
