import { searchFilter, type SearchFilter } from '../../src/enforcement/search-filter.ts'
import { isObject } from '../../src/order/reading/reader.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { publishedKey } from '../messages/published.ts'
import { item } from '../store/items.ts'
import type { Listed } from './listed.ts'

const published = item<SearchFilter | null>(
  publishedKey,
  null,
  (stored) => isObject(stored) && typeof stored['signature'] === 'string' && isObject(stored['filter']),
)

/** Lets result pages have the search filter as of `now` (epoch ms), in storage.local. Written only where it has changed. */
export async function publishFilter({ orders, targets }: Listed, settings: Settings, now: number): Promise<void> {
  const last = await published.get()
  const filter = await searchFilter(orders, { settings, now, last }, targets)
  if (filter) await published.set(filter)
}
