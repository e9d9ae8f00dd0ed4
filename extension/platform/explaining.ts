import { asked as understand } from '../../src/lookup/asked.ts'
import { exceptionsOf } from '../../src/lookup/exceptions.ts'
import { explain, type Explanation } from '../../src/lookup/explain.ts'
import { find, pagesFor, type Coverage } from '../../src/lookup/find.ts'
import type { Target } from '../../src/order/order.ts'
import { defaults } from '../../src/policy/settings.ts'
import { shelf, type Shelf } from './shelf.ts'
import { inForce } from './storage.ts'

/**
 * Why `url` is blocked, or is not: the one matcher over the stored orders, at `now` (epoch ms). Undefined for an address
 * that is not of the web. Rejects when the store cannot be read.
 */
export async function explainUrl(url: string, now = Date.now()): Promise<Explanation | undefined> {
  const asked = understand(url)
  if (!asked) return undefined
  const [stored, held] = await Promise.all([shelf(), inForce.get()])
  const index = await stored.index()
  if (!index) return { asked, orders: [] }
  const pages = await stored.pages(index, pagesFor(asked.host, index.pageCount))
  const coverages = find(asked, { ...index, page: (number) => pages.get(number) ?? '' })
  const records = await stored.records(coverages.map(({ order }) => order))
  const targets = await readTargets(stored, coverages, records)
  const settings = held?.settings ?? defaults
  return explain(asked, coverages, records, {
    choices: settings,
    exceptions: exceptionsOf(settings),
    now,
    targetOf: (coverage) => targets.get(coverage),
  })
}

async function readTargets(
  stored: Shelf,
  coverages: Coverage[],
  records: Map<string, Parameters<Shelf['target']>[0]>,
): Promise<Map<Coverage, Target>> {
  const targets = new Map<Coverage, Target>()
  await Promise.all(
    coverages.map(async (coverage) => {
      const record = records.get(coverage.order)
      const placed = record && (await stored.target(record, coverage.entry.position))
      if (placed) targets.set(coverage, placed.target)
    }),
  )
  return targets
}
