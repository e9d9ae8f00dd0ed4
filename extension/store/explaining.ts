import { asked as understand, type Asked } from '../../src/names/query.ts'
import { targetAt } from '../../src/names/chunks.ts'
import { exceptionsOf } from '../../src/policy/exceptions.ts'
import { explain, type Explanation } from '../../src/standing/explain.ts'
import { find, pagesFor, type Coverage } from '../../src/names/find.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import type { Target } from '../../src/order/order.ts'
import { onShelf, type Shelf } from './reader.ts'
import type { InForce } from './state.ts'

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
  const [records, chunks] = await Promise.all([
    shelf.records(coverages.map(({ order }) => order)),
    Promise.all(coverages.map(({ order, entry }) => shelf.chunk(order, entry.position))),
  ])
  return { asked, coverages, records, targets: targetsOf(coverages, chunks) }
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

/** What stands at a coverage's place in its order, where the chunk was found. */
function targetsOf(coverages: Coverage[], chunks: (string | undefined)[]): Map<Coverage, Target> {
  const targets = new Map<Coverage, Target>()
  for (const [at, coverage] of coverages.entries()) {
    const chunk = chunks[at]
    const target = chunk === undefined ? undefined : targetAt(coverage.entry.position, chunk)
    if (target !== undefined) targets.set(coverage, target)
  }
  return targets
}
