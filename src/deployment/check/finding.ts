import type { Issue } from '../../order/issue.ts'

/** A text file of a folder of policies. */
export interface TextFile {
  path: string
  text: string
}

/** Something that a browser would swallow, and in which file it stands. */
export interface Finding extends Issue {
  file: string
}
