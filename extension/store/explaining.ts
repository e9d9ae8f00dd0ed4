import { parseQuery, type Query } from '../../src/names/query.ts'
import { targetAt } from '../../src/names/chunks.ts'
import { exceptionsOf } from '../../src/policy/exceptions.ts'
import { explain, type Explanation } from '../../src/standing/explain.ts'
import { find, findNearby, bucketsFor, type Coverage, type Nearby } from '../../src/names/find.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { Target } from '../../src/order/order.ts'
import { readStore, type StoreReader } from './reader.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'

/**
 * Why `url` is blocked, or is not: the one matcher over the stored orders, at `now` (epoch ms). Undefined for an address
 * that is not of the web. Rejects when the store cannot be read.
 */
export async function explainUrl(url: string, now = Date.now()): Promise<Explanation | undefined> {
  const query = parseQuery(url)
  if (!query) return undefined
  const [found, effective] = await readStore((reader) => Promise.all([lookUp(reader, query), reader.effective()]))
  return explanationOf(found, effective, now)
}

/** Coverages that the matcher found, and all that explaining them needs of the store. */
export interface Found {
  query: Query
  coverages: Coverage[]
  /** By key. */
  records: Map<string, OrderRecord>
  targets: Map<Coverage, Target>
  nearby?: Nearby | undefined
}

export async function lookUp(reader: StoreReader, query: Query): Promise<Found> {
  const index = await reader.index()
  if (!index) return { query, coverages: [], records: new Map(), targets: new Map() }
  const buckets = await reader.buckets(index, bucketsFor(query.host, index.bucketCount))
  const names = { ...index, bucket: (number: number) => buckets.get(number) ?? '' }
  const coverages = find(query, names)
  const [records, chunks] = await Promise.all([
    reader.records(coverages.map(({ order }) => order)),
    Promise.all(coverages.map(({ order, entry }) => reader.chunk(order, entry.position))),
  ])
  if (coverages.length === 0 && (await reader.unfinished())) throw new Error('what is stored is being brought in line')
  if (coverages.some(({ order }) => !records.has(order))) throw new Error('an order that covers this cannot be read')
  const nearby = findNearby(query, names, coverages)
  return { query, coverages, records, targets: targetsOf(coverages, chunks), nearby }
}

export function explanationOf(
  { query, coverages, records, targets, nearby }: Found,
  effective: EffectiveSettings,
  now: number,
) {
  return explain(query, coverages, records, {
    effective,
    exceptions: exceptionsOf(effective.settings),
    now,
    targetOf: (coverage) => targets.get(coverage),
    nearby,
  })
}

/** Targets at the coverages' places in their orders, where the chunks were found. */
function targetsOf(coverages: Coverage[], chunks: (string | undefined)[]): Map<Coverage, Target> {
  const targets = new Map<Coverage, Target>()
  for (const [at, coverage] of coverages.entries()) {
    const chunk = chunks[at]
    const target = chunk === undefined ? undefined : targetAt(coverage.entry.position, chunk)
    if (target !== undefined) targets.set(coverage, target)
  }
  return targets
}
