import { failed, type Result } from '../order/issue.ts'
import { decode, type Decoded } from './encodings.ts'
import type { Sink } from './entry.ts'
import { readAs, type Form, type FormatName } from './formats.ts'
import { guessFormat } from './guess-format.ts'
import type { Layout } from './layout.ts'
import { firstLines } from './lines.ts'
import { guessProfile } from './profiles.ts'
import type { Profile } from './profiles/profile.ts'

/** Choices of a person; whatever is not said is seen in the file. */
export interface Said {
  format?: FormatName
  encoding?: string
  columns?: Layout
  profile?: Profile
}

/** As what a file was read. */
export interface ReadAs {
  format: FormatName
  encoding: string
  /** Id of the register's profile. */
  profile?: string
}

/** Hands a file's entries to the sink. A file of which a part cannot be read is refused whole: half a list is another list. */
export function readList(bytes: Uint8Array, said: Said, sink: Sink): Result<ReadAs> {
  const decoded = decode(bytes, said.encoding ?? said.profile?.encoding)
  if (!decoded.ok) return decoded
  const wrong = noList(decoded.value.text)
  if (wrong !== undefined) return failed([{ code: 'no-list', path: '', message: wrong }])
  const guessing = !said.profile && !said.format && !said.columns
  const profile = guessing ? guessProfile(decoded.value.text) : said.profile
  const { text, encoding } = inEncodingOf(profile, said, bytes, decoded.value)
  const format = said.format ?? profile?.format ?? guessFormat(text)
  const form: Form = { ...profile?.form, ...(said.columns ? { layout: said.columns } : {}) }
  const issue = readAs(format, text, sink, form)
  if (issue) return failed([issue])
  return { ok: true, value: { format, encoding, ...(profile ? { profile: profile.id } : {}) }, warnings: [] }
}

/** A register's own encoding is surer than a guess among those of Europe; UTF-8 is no guess. */
function inEncodingOf(profile: Profile | undefined, said: Said, bytes: Uint8Array, decoded: Decoded): Decoded {
  if (profile?.encoding === undefined || said.encoding !== undefined || decoded.encoding.startsWith('utf-'))
    return decoded
  const again = decode(bytes, profile.encoding)
  return again.ok ? again.value : decoded
}

function noList(text: string): string | undefined {
  const lines = firstLines(text, 20)
  if (lines.length === 0) return 'is empty: nothing is read from it'
  if (/^\ufeff?\s*<(?:!doctype html|html)\b/i.test(lines[0]!))
    return 'is a page of the web, not a list: the server may have refused'
  if (lines.filter((line) => /^\s*\|.*\|\s*$/.test(line)).length > 2 && lines.some((line) => /^[\s|:-]+$/.test(line)))
    return 'is a table in Markdown: take the list itself, as JSON or CSV'
  return undefined
}
