import type { Entry } from '../../../../../../src/import/entry.ts'
import { readList, type ReadAs, type Said } from '../../../../../../src/import/read-list.ts'
import { failed, reasonOf, type Result } from '../../../../../../src/order/issue.ts'

/** A file of a list: as what it was read, and what stands in it. */
export interface ReadFile extends ReadAs {
  name: string
  entries: Entry[]
  /** Lines and rows that are no entries, counted by kind. */
  ignored: Readonly<Record<string, number>>
}

/** Reads a file whole; an issue where a part of it cannot be read. */
export async function readFile(file: File, said: Said): Promise<Result<ReadFile>> {
  const entries: Entry[] = []
  const ignored: Record<string, number> = {}
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    return failed([{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }])
  }
  const read = readList(bytes, said, {
    entry: (entry) => void entries.push(entry),
    ignore: (what, count = 1) => void (ignored[what] = (ignored[what] ?? 0) + count),
  })
  return read.ok ? { ...read, value: { ...read.value, name: file.name, entries, ignored } } : read
}
