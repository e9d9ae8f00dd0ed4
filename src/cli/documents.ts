import { failed, reasonOf, type Issue, type Result } from '../order/issue.ts'
import type { World } from './command.ts'

/** A file's text, or why it cannot be read. */
export async function readDocument(file: string, world: World): Promise<Result<string>> {
  try {
    return { ok: true, value: await world.readText(file), warnings: [] }
  } catch (error) {
    return failed([{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }])
  }
}

/** The documents at a place: a file, which may be the standard input, or all below a folder, by name. */
export async function orderFiles(place: string, world: World): Promise<string[]> {
  const files = place === '-' ? [place] : await world.list(place).catch(() => [place])
  if (files.length === 1 && files[0] === place) return files
  const documents = files.filter((file) => file.endsWith('.json')).toSorted()
  return documents.length > 0 ? documents : [place]
}

/** A document's issues, for a person or a program. */
export interface Checked {
  file: string
  ok: boolean
  issues: Issue[]
  warnings: Issue[]
}

export function toChecked(file: string, result: Result<unknown>): Checked {
  return { file, ok: result.ok, issues: result.ok ? [] : result.issues, warnings: result.warnings }
}

export function report({ file, ok, issues, warnings }: Checked): string {
  return [
    `${file}: ${ok ? 'valid' : `${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}`}`,
    ...issues.map((issue) => `  ${line(issue)}`),
    ...warnings.map((warning) => `  warning: ${line(warning)}`),
  ].join('\n')
}

/** An issue as one line. */
export function line({ code, path, message }: Issue): string {
  return visible(`${path === '' ? 'document' : path}: ${message} [${code}]`)
}

/** A document's own words stand in some messages: they are not to move a terminal's cursor, or turn its text around. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`)
}
