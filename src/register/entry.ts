import type { FeedOrigin, Provenance } from '../standing/record.ts'

/** One line of the register: an order began to be applied here, or no longer is. */
export interface RegisterEntry {
  /** Epoch milliseconds, by this computer's clock. */
  at: number
  event: 'applied' | 'no-longer-applied'
  order: string
  version: number
  /** SHA-256 of the document's text, hexadecimal. */
  digest: string
  provenance: Provenance
  /** Where `provenance` says so. */
  feed?: FeedOrigin
  /** Beyond its term, by choice. */
  beyondTerm: boolean
  targets: number
}
