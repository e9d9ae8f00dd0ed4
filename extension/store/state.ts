import { hashName } from '../../src/names/name-hash.ts'
import { fits } from './check-stored.ts'
import type { Database, WritSchema } from './database.ts'
import type { State } from './stored-state.ts'
import type { IDBPDatabase } from 'idb'

/** Pages of the index that are kept in one piece, in the order of their numbers: about 32 kB of text. */
export const bucketsPerSheet = 16

/** The sheets on which these buckets are. */
export function sheetsOf(buckets: readonly number[]): number[] {
  return [...new Set(buckets.map((bucket) => Math.floor(bucket / bucketsPerSheet)))]
}

/** The checksum of one sheet. */
export function sheetSum(sheet: readonly string[]): number {
  return hashName(sheet.join(''))
}

/** Whether it is the sheet of this checksum. */
export function isSheet(stored: unknown, sum: number | undefined): stored is string[] {
  return Array.isArray(stored) && stored.every((bucket) => typeof bucket === 'string') && sheetSum(stored) === sum
}

/** All of it is made anew where it is not there: so what does not fit is as if it were not. */
export async function readState<K extends keyof State>(db: Database, key: K): Promise<State[K] | undefined> {
  const stored: unknown = await db.get('state', key)
  return fits(key, stored) ? stored : undefined
}

export async function writeState<K extends keyof State>(
  db: Pick<IDBPDatabase<WritSchema>, 'put'>,
  key: K,
  value: State[K],
): Promise<void> {
  await db.put('state', value, key)
}
