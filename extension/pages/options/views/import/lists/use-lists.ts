import { useEffect, useState } from 'preact/hooks'
import type { FormatName } from '../../../../../../src/import/formats.ts'
import type { Judged } from '../../../../../../src/import/judge/judge.ts'
import { reasonOf, type Issue } from '../../../../../../src/order/issue.ts'
import type { ListReading } from '../../../../../messages/requests.ts'
import type { Writ } from '../../../props.ts'
import { readFile, type ReadFile } from './read-file.ts'

/** How a list is to be read; what is not said is seen in the file. */
export interface Wanted extends ListReading {
  format?: FormatName
  encoding?: string
}

/** Files of a list as they were read, and what became of their entries. */
export interface ListsRead {
  files: readonly ReadFile[]
  /** Undefined where a file could not be read: half a list is another list. */
  judged?: Judged
  issues: readonly Issue[]
}

/** Reads files as one list, again when something else is wanted; undefined until it is done. */
export function useLists(files: readonly File[], writ: Writ) {
  const [wanted, setWanted] = useState<Wanted>({ urlsAsDomains: false, accept: false })
  const [read, setRead] = useState<ListsRead>()
  useEffect(() => {
    let isWanted = true
    setRead(undefined)
    void readAll(files, wanted, writ).then((done) => isWanted && setRead(done))
    return () => {
      isWanted = false
    }
  }, [files, wanted])
  const want = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change })
  return { wanted, want, read }
}

async function readAll(files: readonly File[], wanted: Wanted, writ: Writ): Promise<ListsRead> {
  const { format, encoding, ...reading } = wanted
  const said = { ...(format ? { format } : {}), ...(encoding ? { encoding } : {}) }
  const read: ReadFile[] = []
  const issues: Issue[] = []
  for (const file of files) {
    const one = await readFile(file, said)
    if (one.ok) read.push(one.value)
    else issues.push(...one.issues.map((issue) => ({ ...issue, path: file.name })))
  }
  if (issues.length > 0) return { files: read, issues }
  try {
    return { files: read, judged: await writ.judgeLists(read, reading), issues }
  } catch (error) {
    return { files: read, issues: [{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }] }
  }
}
