import { parseQuery } from '../../src/names/query.ts'
import type { Explanation } from '../../src/standing/explain.ts'
import { feedsHere, type FeedHere } from '../../src/feed/feed-state.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { explanationOf, lookUp } from './explaining.ts'
import { readStore, type StoreReader } from './reader.ts'
import type { Enforced } from '../../src/enforcement/enforced.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'

/** Everything that block page and popup say, about one address and about Writ as a whole. */
export interface Standing {
  /** Undefined for an address that is not of the web. */
  explanation?: Explanation
  enforced: Enforced
  effective: EffectiveSettings
  /** The number of orders that are kept. */
  orders: number
  /** The feeds that are followed. */
  feeds: FeedHere[]
  /** Orders that the browser's limits keep from being enforced in full. */
  limited: OrderRecord[]
  /** Epoch ms at which all this holds. */
  now: number
}

/** Milliseconds after which a page says that the store does not answer: a large order may just be written to it. */
export const patience = 700

/** Rejects when the store cannot be read. */
export async function standingOf(url: string, now = Date.now()): Promise<Standing> {
  const query = parseQuery(url)
  return readStore(async (reader) => {
    const [found, enforced, effective, orders, feeds] = await Promise.all([
      query && lookUp(reader, query),
      reader.enforced(),
      reader.effective(),
      reader.count(),
      reader.feeds(),
    ])
    const limited = await limitedBy(reader, enforced)
    return {
      enforced,
      effective,
      orders,
      feeds: feedsHere(effective.feeds, feeds),
      limited,
      now,
      ...(found ? { explanation: explanationOf(found, effective, now) } : {}),
    }
  })
}

async function limitedBy(reader: StoreReader, { limitations, orders }: Enforced): Promise<OrderRecord[]> {
  const limited = new Set(limitations.map(({ path }) => path))
  if (limited.size === 0) return []
  // What no order alone is the cause of concerns them all.
  const concerned = limited.has('') ? orders : orders.filter(({ id }) => limited.has(id))
  const records = await reader.records(concerned.map(({ key }) => key))
  return [...records.values()]
}
