import { searchFilter, type FilterCircumstances, type SearchFilter } from '../../src/enforcement/search-filter.ts'
import { publishedArea, publishedKey } from '../messages/published.ts'
import { browser } from '../platform/browser.ts'
import { database, type Database } from '../store/database.ts'
import { readState, writeState } from '../store/state.ts'
import type { Listed } from './listed.ts'

/** Lets result pages have the search filter as of `now` (epoch ms). Made and written only where it has changed. */
export async function publishFilter(
  db: Database,
  { orders, targets }: Listed,
  circumstances: Omit<FilterCircumstances, 'last'>,
): Promise<void> {
  const last = (await readState(db, 'search')) ?? null
  const filter = await searchFilter(orders, { ...circumstances, last }, targets)
  if (filter) await writeState(db, 'search', filter)
  await publishAgain()
}

/** The filter as it is kept where no web page reaches; undefined before it is made. */
export async function keptFilter(): Promise<SearchFilter | undefined> {
  return readState(await database(), 'search')
}

/**
 * Puts the kept filter in the place of what result pages find, where that is another: a browser's start empties the area,
 * and a web page that has taken over its process can write there.
 */
export async function publishAgain(): Promise<void> {
  const kept = await keptFilter()
  if (!kept) return
  const found = (await browser.storage[publishedArea].get(publishedKey))[publishedKey]
  if (JSON.stringify(found) !== JSON.stringify(kept)) await browser.storage[publishedArea].set({ [publishedKey]: kept })
}
