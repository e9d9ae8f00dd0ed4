import type { Entry } from '../../src/import/entry.ts'
import type { Judged } from '../../src/import/judge/judge.ts'
import { ask, type ListReading } from '../messages/requests.ts'

/** A file's entries, as they stand there. */
export interface ListFile {
  name: string
  entries: readonly Entry[]
}

/** Entries in one message: it is some megabytes at most, and judged in a moment. */
const entriesAtOnce = 20_000

/** Judges the entries of these files, which are read as one list. */
export async function judgeLists(files: readonly ListFile[], reading: ListReading): Promise<Judged> {
  const list = crypto.randomUUID()
  const parts = files.flatMap(({ name, entries }) => partsOf(entries, files.length > 1 ? { file: name } : {}))
  let judged: Judged | null = null
  for (const [part, one] of parts.entries())
    judged = await ask('lists/judge', { ...reading, ...one, list, part, last: part === parts.length - 1 })
  return judged!
}

function partsOf(entries: readonly Entry[], of: { file?: string }) {
  const parts = [{ ...of, entries: entries.slice(0, entriesAtOnce) }]
  for (let from = entriesAtOnce; from < entries.length; from += entriesAtOnce)
    parts.push({ ...of, entries: entries.slice(from, from + entriesAtOnce) })
  return parts
}
