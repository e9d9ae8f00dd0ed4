import type { BareTarget } from './target-in.ts'

/** Facts that a register says of a name, as an order's document has them. */
interface Annotations {
  note?: string
  reference?: string
  /** ISO date. */
  addedOn?: string
  /** ISO date. */
  liftedOn?: string
}

/** A target as an order's document has it. */
export type ListedTarget = string | (Exclude<BareTarget, string> & Annotations)

export type LiftedTarget = Exclude<ListedTarget, string> & { liftedOn: string }
