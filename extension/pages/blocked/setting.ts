import type { Recipient } from '../../../src/words/report.ts'

/** What the page knows beside the explanation. */
export interface Setting {
  /** Of the rules that brought this page; empty when there are none. */
  fingerprint: string
  version: string
  canGoBack: boolean
  privateWindow: boolean
  /** Whom to tell of an error. */
  recipients: Recipient[]
  /** Epoch ms at which all this holds. */
  now: number
}
