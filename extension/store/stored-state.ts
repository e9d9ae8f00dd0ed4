import type { Enforced } from '../../src/enforcement/enforced.ts'
import type { NameFilter } from '../../src/names/name-filter.ts'
import type { HeldValues } from '../../src/policy/held-values.ts'
import type { SearchFilter } from '../../src/enforcement/search-filter.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'

/** Which buckets are the current index, and whose entries they hold. */
export interface StoredIndex {
  /** Names the buckets: the store `buckets` is keyed by it. */
  digest: string
  bucketCount: number
  /** Record keys, by `Entry.order`. */
  orders: string[]
  /** A checksum of each sheet: without it a damaged one would answer that no order covers a name. */
  sums: number[]
}

/** Where there are many: every name in the index, so small that it can be at hand. What passes is looked up. */
export interface StoredNames {
  filter: NameFilter
}

export interface State {
  index: StoredIndex
  names: StoredNames
  enforced: Enforced
  effective: EffectiveSettings
  /** The managed values that hold: applied at a start before the browser has read its policy. */
  managed: HeldValues
  search: SearchFilter
  /** The latest time that a reconciliation saw, epoch ms. */
  seen: number
  /** Everything that this browser's user has chosen, to be read by `readKeptSettings`. */
  settings: unknown
  /** Something is being changed, or was when the background ended: what is stored may not agree yet. */
  unfinished: true
}
