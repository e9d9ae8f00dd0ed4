/** Something wrong with an input, as a value: what, where, and what to do about it. A throw is a bug. */
export interface Issue {
  /** Stable, for programs: `host-public-suffix`. */
  code: string
  /** JSON path from the root of the document: `targets[3].domain`; empty for the document itself. */
  path: string
  /** English, for people: says what is wrong and what to write instead. */
  message: string
  /** Values that the message names, for whoever says it in another language: what is allowed, a host. */
  parts?: readonly string[]
  /** The word that was probably meant: `judgment` for `judgement`. */
  meant?: string
}

export type Result<Value> =
  { ok: true; value: Value; /** Issues for what was left out of the value. */ warnings: Issue[] } | Failure

interface Failure {
  ok: false
  issues: [Issue, ...Issue[]]
  warnings: Issue[]
}

/** @param issues at least one */
export function failed(issues: readonly Issue[], warnings: Issue[] = []): Failure {
  return { ok: false, issues: issues as [Issue, ...Issue[]], warnings }
}

/** The message of something that was thrown: a file system or a browser throws what it likes. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
