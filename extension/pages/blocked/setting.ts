import type { Choice } from '../../../src/standing/application.ts'
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
  /** The organisation that applies the order, where it says how to reach it. */
  ask?: Recipient
  /** How the organisation is reached otherwise: a room, a telephone number. */
  contact?: string
  supportName: string
  /** The choice that this page has changed, to be taken back. */
  undo?: { id: string; choice: Choice }
  /** Epoch ms at which all this holds. */
  now: number
  /** The feeds by which the orders came, and when each was verified: a line each. */
  feeds?: string[]
}
