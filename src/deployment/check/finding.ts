import type { Issue } from '../../order/issue.ts'

/** A file of a folder of policies, as it lies there. */
export interface PolicyBytes {
  path: string
  bytes: Uint8Array
  /** Why other people's browsers cannot read it: its mode, or that of a folder above it. */
  closed?: string
}

/** Something that a browser would swallow, and in which file it stands. */
export interface Finding extends Issue {
  file: string
}
