import Papa from 'papaparse'
import { Judge } from '../../src/import/judge/judge.ts'
import { readList } from '../../src/import/read-list.ts'
import { parseOrderText } from '../../src/order/reading/parse.ts'

/** Milliseconds that a task takes once. */
function timed(task: () => void): number {
  const start = performance.now()
  task()
  return performance.now() - start
}

/** Milliseconds of reading and judging a list. */
export function measureImport(list: Uint8Array, taken: number): number {
  return timed(() => {
    const reading = { urlsAsDomains: false, accept: false, protectedBy: () => undefined, listed: [], replaced: [] }
    const judge = new Judge(reading)
    const read = readList(list, {}, judge)
    const { counts } = judge.finish()
    if (!read.ok || counts.taken !== taken) throw new Error(`${counts.taken} of ${taken} names were taken`)
  })
}

/** Milliseconds of checking an order document, as `writ check` does. */
export function measureCheck(document: string): number {
  return timed(() => {
    if (!parseOrderText(document).ok) throw new Error('the order is not valid')
  })
}

/** Milliseconds of a table of separated values by its library alone. */
export function measureBareTable(table: string): number {
  return timed(() => void Papa.parse(table, { step: () => undefined }))
}
