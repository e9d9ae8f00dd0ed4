import type { Enforced } from '../../src/enforcement/enforced.ts'
import type { NameFilter } from '../../src/names/name-filter.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'
import type { Database, WritSchema } from './database.ts'
import type { IDBPDatabase } from 'idb'

/** Which buckets are the current index, and whose entries they hold. */
export interface StoredIndex {
  /** Names the buckets: the store `buckets` is keyed by it. */
  digest: string
  bucketCount: number
  /** Record keys, by `Entry.order`. */
  orders: string[]
}

/** Where there are many: every name in the index, so small that it can be at hand. What passes is looked up. */
export interface StoredNames {
  filter: NameFilter
}

/** Pages of the index that are kept in one piece, in the order of their numbers: about 32 kB of text. */
export const bucketsPerSheet = 16

/** The sheets on which these buckets are. */
export function sheetsOf(buckets: readonly number[]): number[] {
  return [...new Set(buckets.map((bucket) => Math.floor(bucket / bucketsPerSheet)))]
}

interface State {
  index: StoredIndex
  names: StoredNames
  enforced: Enforced
  effective: EffectiveSettings
}

export async function readState<K extends keyof State>(db: Database, key: K): Promise<State[K] | undefined> {
  return (await db.get('state', key)) as State[K] | undefined
}

export async function writeState<K extends keyof State>(
  db: Pick<IDBPDatabase<WritSchema>, 'put'>,
  key: K,
  value: State[K],
): Promise<void> {
  await db.put('state', value, key)
}
