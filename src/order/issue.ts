/** Something wrong with an input, as a value: what, where, and what to do about it. A throw is a bug. */
export interface Issue {
  /** Stable, for programs: `host-public-suffix`. */
  code: string
  /** JSON path from the root of the document: `targets[3].domain`; empty for the document itself. */
  path: string
  /** English, for people: says what is wrong and what to write instead. */
  message: string
}

export type Result<Value> =
  | { ok: true; value: Value; /** What was left out of the value. */ warnings: Issue[] }
  | { ok: false; issues: [Issue, ...Issue[]]; warnings: Issue[] }
