import type { Recipient } from '../../../src/words/report.ts'

/** Facts that the page knows beside the explanation. */
export interface Setting {
  /** The fingerprint of the rules that brought this page; empty without rules. */
  fingerprint: string
  version: string
  canGoBack: boolean
  privateWindow: boolean
  /** Recipients of an error report. */
  recipients: Recipient[]
  /** Epoch ms at which all this holds. */
  now: number
}
