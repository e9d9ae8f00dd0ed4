import { appliedOrders } from '../../src/standing/here.ts'
import { countingTargets } from '../../src/order/targets/counting.ts'
import { nameOf } from '../../src/order/targets/target.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { addresses } from '../../src/search/decide.ts'
import { engines } from '../../src/search/engines.ts'
import { nameFilter } from '../../src/names/name-filter.ts'
import { publishedKey, type Published } from '../messages/published.ts'
import { item } from '../store/items.ts'
import type { TargetReader } from './target-reader.ts'

/** Changes with what the filter looks like: an update writes it anew. */
const filterForm = 2

const published = item<Published | null>(publishedKey, null)

/**
 * Lets result pages know, in storage.local, which names may be covered by an order on search results that is applied at
 * `now` (epoch ms), and on which engines. Written only when that has changed.
 */
export async function publishFilter(
  orders: readonly OrderRecord[],
  settings: Settings,
  now: number,
  targets: TargetReader,
): Promise<void> {
  const delisting = appliedOrders(orders, { settings }, now)
    .map(({ record }) => record)
    .filter(({ order }) => order.measures.some(({ kind }) => kind === 'delist'))
  const on = engines.filter(
    (engine) =>
      settings.engines[engine.id] !== false &&
      delisting.some(({ order }) => settings.scope === 'every' || addresses(order, engine)),
  )
  const signature = JSON.stringify([
    filterForm,
    on.map(({ id }) => id),
    settings.searxngInstances,
    delisting.map(({ key, digest, targetChanges }) => [key, digest, targetChanges.filter((at) => at <= now).length]),
  ])
  if ((await published.get())?.signature === signature) return
  const names: string[] = []
  for (const record of on.length > 0 ? delisting : [])
    for (const target of countingTargets(await targets(record), 'delist', now)) {
      const name = nameOf(target)
      if (name !== undefined) names.push(name)
    }
  await published.set({
    filter: nameFilter(names),
    engines: on.map(({ id }) => id),
    instances: settings.searxngInstances,
    signature,
  })
}
