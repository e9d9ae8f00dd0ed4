import { failed, type Issue, type Result } from '../../order/issue.ts'

/**
 * Why an update goes no further. It is thrown inside this folder alone, where a check may lie ten calls deep, and is a
 * value to everyone else: see `settle`.
 */
export class Refusal extends Error {
  constructor(readonly issue: Issue) {
    super(issue.message)
  }
}

/** Codes for whatever can be wrong with a repository, its files or its server's answers. */
export type FeedCode =
  | 'feed-missing'
  | 'feed-too-long'
  | 'feed-malformed'
  | 'feed-mismatch'
  | 'feed-signature'
  | 'feed-rollback'
  | 'feed-expired'
  | 'feed-rewritten'
  | 'feed-pin'
  | 'feed-no-target'

/** @param path the file of the repository, with the place in it: `timestamp.json: signed.version` */
export function refuse(code: FeedCode, path: string, message: string): never {
  throw new Refusal({ code, path, message })
}

/** Does some work, and gives what it refuses as a value. */
export async function settle<Value>(work: (warnings: Issue[]) => Promise<Value>): Promise<Result<Value>> {
  const warnings: Issue[] = []
  try {
    return { ok: true, value: await work(warnings), warnings }
  } catch (error) {
    if (error instanceof Refusal) return failed([error.issue], warnings)
    throw error
  }
}
