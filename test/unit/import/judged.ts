import { Judge, type Judged, type JudgeOptions } from '../../../src/import/judge/judge.ts'
import { readList, type ReadAs, type Said } from '../../../src/import/read-list.ts'
import type { Result } from '../../../src/order/issue.ts'

const usual: JudgeOptions = {
  urlsAsDomains: false,
  accept: false,
  protectedBy: () => undefined,
  listed: [],
  replaced: [],
}

/** A list as it is read, and what becomes of it. */
export function judged(
  bytes: Uint8Array | string,
  said: Said = {},
  options: Partial<JudgeOptions> = {},
): { read: Result<ReadAs>; judged: Judged } {
  const judge = new Judge({ ...usual, ...options })
  const read = readList(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, said, judge)
  return { read, judged: judge.finish() }
}
