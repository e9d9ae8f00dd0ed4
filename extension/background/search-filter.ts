import { searchFilter, type SearchFilter } from '../../src/enforcement/search-filter.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { listedOrders } from '../../src/standing/record.ts'
import { publishedKey } from '../messages/published.ts'
import { item } from '../store/items.ts'
import type { KeptOrders } from './kept-orders.ts'

const published = item<SearchFilter | null>(publishedKey, null)

/** Lets result pages have the search filter as of `now` (epoch ms), in storage.local. Written only where it has changed. */
export async function publishFilter(kept: KeptOrders, settings: Settings, now: number): Promise<void> {
  const last = await published.get()
  const filter = await searchFilter(listedOrders(kept.records), { settings, now, last }, kept.targets)
  if (filter) await published.set(filter)
}
