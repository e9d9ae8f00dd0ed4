import { failed, reasonOf, type Issue, type Result } from '../order/issue.ts'
import { protectedHit } from '../order/protected/protected.ts'
import { heldReason } from '../order/reading/check-protected.ts'
import type { Entry, Sink } from '../import/entry.ts'
import { formatNames, isFormatName } from '../import/formats.ts'
import { Judge, type Judged, type JudgeOptions } from '../import/judge/judge.ts'
import { parseColumns } from '../import/layout.ts'
import { profileOf, profiles } from '../import/profiles.ts'
import { readList, type ReadAs, type Said } from '../import/read-list.ts'
import { UsageError, type Option, type World } from './command.ts'
import { Progress } from './progress.ts'

/** The options by which a list is read otherwise than it looks. */
export const listOptions: readonly Option[] = [
  { flags: '--format <name>', does: `the format: ${formatNames.join(' ')}` },
  { flags: '--encoding <name>', does: 'the encoding: utf-8, utf-16le, windows-1250, windows-1251, windows-1252' },
  { flags: '--columns <list>', does: 'the columns, by header or number: name=1,added=2,lifted="Deleted on"' },
  { flags: '--profile <id>', does: `a register that is known: ${profiles.map(({ id }) => id).join(' ')}` },
  { flags: '--urls <reading>', does: 'as-domains: the address of a whole site is its domain' },
  { flags: '--accept', does: 'takes what is held' },
]

export interface ListValues {
  format?: string
  encoding?: string
  columns?: string
  profile?: string
  urls?: string
  accept?: boolean
}

/** Files of lists, as they were read, and what of them an order takes. */
export interface ListsRead {
  files: (ReadAs & { file: string })[]
  judged: Judged
}

/** Such a name is held in the order, too, until the document acknowledges it. */
const protectedBy: JudgeOptions['protectedBy'] = (target) => {
  const hit = protectedHit(target)
  if (!hit) return undefined
  const reason = `${heldReason(hit)}: see the decision, then --accept, and acknowledge it in "ack"`
  return { host: hit.host, reason }
}

/** Reads lists, one after the other into one. */
export async function readLists(
  files: readonly string[],
  values: ListValues,
  { listed, replaced }: Pick<JudgeOptions, 'listed' | 'replaced'>,
  world: World,
): Promise<Result<ListsRead>> {
  const said = saidIn(values)
  const urlsAsDomains = values.urls === 'as-domains'
  const judge = new Judge({ urlsAsDomains, accept: values.accept ?? false, protectedBy, listed, replaced })
  const read: ListsRead['files'] = []
  for (const file of files) {
    if (files.length > 1) judge.begin(file)
    const one = await readFileInto(judge, file, said, world)
    if (!one.ok) return failed(one.issues.map((issue): Issue => ({ ...issue, message: `${issue.message} (${file})` })))
    read.push({ file, ...one.value })
  }
  return { ok: true, value: { files: read, judged: judge.finish() }, warnings: [] }
}

async function readFileInto(judge: Judge, file: string, said: Said, world: World): Promise<Result<ReadAs>> {
  let bytes: Uint8Array
  try {
    bytes = await world.readBytes(file)
  } catch (error) {
    return failed([{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }])
  }
  const progress = new Progress(file, world)
  const sink: Sink = {
    entry(entry: Entry) {
      judge.entry(entry)
      progress.step()
    },
    ignore: (what, count) => judge.ignore(what, count),
  }
  const read = readList(bytes, said, sink)
  progress.end()
  return read
}

function saidIn({ format, encoding, columns, profile, urls }: ListValues): Said {
  if (format !== undefined && !isFormatName(format))
    throw new UsageError(`--format is one of ${formatNames.join(', ')}`)
  if (urls !== undefined && urls !== 'as-domains') throw new UsageError('--urls takes as-domains')
  const register = profile === undefined ? undefined : profileOf(profile)
  if (profile !== undefined && !register)
    throw new UsageError(`--profile is one of ${profiles.map(({ id }) => id).join(', ')}`)
  const layout = columns === undefined ? undefined : parseColumns(columns)
  if (layout && !layout.ok) throw new UsageError(`--columns: ${layout.issues[0].message}`)
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(layout ? { columns: layout.value } : {}),
    ...(register ? { profile: register } : {}),
  }
}
