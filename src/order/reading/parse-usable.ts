import type { Issue, Result } from '../issue.ts'
import type { Order } from '../order.ts'
import { parseOrderText, readOrder } from './parse.ts'
import { Report } from './reader.ts'

/** Issues of left out entries that are kept with an order: the first tell what kind of mistake it is. */
const mostKept = 5

/** Entries are left out, then what named only them may be wrong: more often than this is no document of that kind. */
const mostRounds = 4

/**
 * The order in a JSON text without the entries that cannot be used, which are counted in it and said as warnings: one bad
 * name among thousands is not the end of an order. Whatever else is wrong, and a document of which no entry is left, is
 * refused as `parseOrderText` does.
 */
export function parseUsable(documentText: string): Result<Order> {
  const strict = parseOrderText(documentText)
  if (strict.ok || strict.issues.some(({ code }) => ofText.has(code))) return strict
  const document = JSON.parse(documentText.replace(/^\ufeff/, '')) as object
  const said: Issue[] = []
  let count = 0
  for (let round = 0; round < mostRounds; round++) {
    const report = new EntryReport()
    const order = readOrder(document, report)
    if (order && report.issues.length === 0) {
      const leftOut = { count, issues: said.slice(0, mostKept) }
      return { ok: true, value: { ...order, leftOut }, warnings: [...said, ...report.warnings] }
    }
    if (report.hasOthers || report.entries.size === 0) return strict
    if (round === 0) said.push(...report.issues)
    for (const [list, indexes] of report.entries) {
      leaveOut(document, list, indexes)
      count += indexes.size
    }
  }
  return strict
}

/** Issues of the text as such: there is nothing to leave out. */
const ofText = new Set(['too-long', 'not-json', 'not-utf8', 'duplicate-key', 'too-deep'])

/** Tells issues of single entries from others. */
class EntryReport extends Report {
  /** By the path of their list, the indexes of entries that cannot be used. */
  readonly entries = new Map<string, Set<number>>()
  hasOthers = false

  constructor() {
    super({ lenient: true })
  }

  override issue(...[code, path, message, more]: Parameters<Report['issue']>): undefined {
    super.issue(code, path, message, more)
    const [, list, index] = /^(.*?\btargets)\[(\d+)\]/.exec(path) ?? []
    if (list === undefined) this.hasOthers = true
    else this.entries.set(list, (this.entries.get(list) ?? new Set()).add(Number(index)))
  }
}

/** Takes entries out of the list at a path such as `measures[0].targets`. */
function leaveOut(document: object, path: string, indexes: ReadonlySet<number>): void {
  const steps = path.match(/[^.[\]]+/g)!
  const key = steps.pop()!
  const holder = steps.reduce<Record<string, unknown>>((above, step) => above[step] as Record<string, unknown>, {
    ...document,
  })
  const kept = (holder[key] as unknown[]).filter((_, index) => !indexes.has(index))
  if (steps.length > 0) holder[key] = kept
  else Object.assign(document, { [key]: kept })
}
