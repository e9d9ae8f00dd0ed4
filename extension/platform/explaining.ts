import { asked as understand, type Asked } from '../../src/lookup/asked.ts'
import { exceptionsOf } from '../../src/lookup/exceptions.ts'
import { explain, type Explanation } from '../../src/lookup/explain.ts'
import { find, pagesFor, type Coverage } from '../../src/lookup/find.ts'
import type { OrderRecord } from '../../src/lookup/record.ts'
import type { Target } from '../../src/order/order.ts'
import { onShelf, type Shelf } from './shelf.ts'
import type { InForce } from './stored.ts'

/**
 * Why `url` is blocked, or is not: the one matcher over the stored orders, at `now` (epoch ms). Undefined for an address
 * that is not of the web. Rejects when the store cannot be read.
 */
export async function explainUrl(url: string, now = Date.now()): Promise<Explanation | undefined> {
  const asked = understand(url)
  if (!asked) return undefined
  const [found, held] = await onShelf((shelf) => Promise.all([lookUp(shelf, asked), shelf.inForce()]))
  return explanationOf(found, held, now)
}

/** What the matcher found, and all that explaining it needs of the store. */
export interface Found {
  asked: Asked
  coverages: Coverage[]
  /** By key. */
  records: Map<string, OrderRecord>
  targets: Map<Coverage, Target>
}

export async function lookUp(shelf: Shelf, asked: Asked): Promise<Found> {
  const index = await shelf.index()
  if (!index) return { asked, coverages: [], records: new Map(), targets: new Map() }
  const pages = await shelf.pages(index, pagesFor(asked.host, index.pageCount))
  const coverages = find(asked, { ...index, page: (number) => pages.get(number) ?? '' })
  const records = await shelf.records(coverages.map(({ order }) => order))
  return { asked, coverages, records, targets: await readTargets(shelf, coverages, records) }
}

export function explanationOf({ asked, coverages, records, targets }: Found, held: InForce, now: number) {
  const { settings } = held
  return explain(asked, coverages, records, {
    choices: settings,
    locks: held,
    exceptions: exceptionsOf(settings),
    now,
    targetOf: (coverage) => targets.get(coverage),
  })
}

async function readTargets(
  shelf: Shelf,
  coverages: Coverage[],
  records: Map<string, OrderRecord>,
): Promise<Map<Coverage, Target>> {
  const placed = await Promise.all(
    coverages.map(({ order, entry }) => {
      const record = records.get(order)
      return record && shelf.target(record, entry.position)
    }),
  )
  return new Map(coverages.flatMap((coverage, at) => (placed[at] ? [[coverage, placed[at].target]] : [])))
}
