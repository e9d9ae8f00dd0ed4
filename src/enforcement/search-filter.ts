import { nameFilter, type NameFilter } from '../names/name-filter.ts'
import { countingTargets } from '../order/targets/counting.ts'
import { nameOf } from '../order/targets/target.ts'
import type { Settings } from '../policy/settings.ts'
import { addresses } from '../search/decide.ts'
import { engines } from '../search/engines.ts'
import type { ClockBehind } from '../standing/clock-behind.ts'
import { appliedOrders } from '../standing/here.ts'
import { contentOf, type OrderRecord } from '../standing/record.ts'
import { changesUntil } from './fingerprint.ts'
import type { TargetReader } from './plan.ts'

/** The data that result pages need: which names an order on search results may cover, and where results are hidden. */
export interface SearchFilter {
  filter: NameFilter
  /** Ids of the engines on which results are hidden. */
  engines: string[]
  /** Hosts of SearXNG instances. */
  instances: string[]
  /** Names what it was made from. */
  signature: string
}

/** The filter's form: it changes with the code that makes the filter, so that an update makes a new one. */
const filterForm = 2

export interface FilterCircumstances {
  settings: Settings
  clockBehind?: ClockBehind | undefined
  /** Epoch ms. */
  now: number
  last: SearchFilter | null
}

/** The filter over the orders that are applied at `now` (epoch ms); undefined where `last` is the same. */
export async function searchFilter(
  orders: readonly OrderRecord[],
  { settings, clockBehind, now, last }: FilterCircumstances,
  targets: TargetReader,
): Promise<SearchFilter | undefined> {
  const delisting = appliedOrders(orders, { settings, ...(clockBehind && { clockBehind }) }, now).filter(({ record }) =>
    record.order.measures.some(({ kind }) => kind === 'delist'),
  )
  const on = engines
    .filter(({ id }) => settings.engines[id] !== false)
    .filter((engine) => delisting.some(({ record }) => settings.scope === 'every' || addresses(record.order, engine)))
    .map(({ id }) => id)
  const instances = settings.searxngInstances
  const parts = delisting.map(({ record, at, held }) => [contentOf(record), changesUntil(record, at), held])
  const signature = JSON.stringify([filterForm, on, instances, parts])
  if (last?.signature === signature) return undefined
  const names: string[] = []
  for (const { record, at, held } of on.length > 0 ? delisting : [])
    for (const target of countingTargets(await targets(record), 'delist', at, held)) {
      const name = nameOf(target)
      if (name !== undefined) names.push(name)
    }
  return { filter: nameFilter(names), engines: on, instances, signature }
}
