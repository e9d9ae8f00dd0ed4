import type { RegisterEntry } from './entry.ts'

/** Newest first; of one order where `order`, its id, is not empty. */
export function filteredRegister(entries: readonly RegisterEntry[], order: string): RegisterEntry[] {
  return entries.filter((entry) => order === '' || entry.order === order).toReversed()
}
