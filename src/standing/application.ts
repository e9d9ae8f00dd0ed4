import { isLive, type Status } from '../order/time/status.ts'

/**
 * The choice of this browser's user or administrator for an order: only list it, apply it, or apply it beyond its term.
 */
export type Choice = 'list' | 'apply' | 'apply-beyond-term'

/** The rule for an order that is applied when its term has ended. */
type AfterTerm = 'stop' | 'continue'

/** An entry that an administrator lets apply though many people need its host. */
export interface Acknowledgement {
  /** The order's id. */
  order: string
  /** The entry's name, as the order lists it. */
  host: string
}

/** The choices, beside the orders themselves, that decide which orders are applied. */
export interface Choices {
  afterTerm: AfterTerm
  /** By order id; an order that is not here is treated as its provenance says: see `choiceOf`. */
  choices: Record<string, Choice>
  /** Entries that an administrator lets apply though they are held. */
  acknowledge?: readonly Acknowledgement[]
}

/**
 * The choice for an order: the administrator's or the person's, else as its provenance says. One that holds what this
 * version must understand and does not is only listed.
 */
export function choiceOf(
  { order, choice }: { order: { id: string; notUnderstood?: readonly string[] }; choice: Choice },
  { choices }: Choices,
): Choice {
  if (order.notUnderstood && order.notUnderstood.length > 0) return 'list'
  return Object.hasOwn(choices, order.id) ? choices[order.id]! : choice
}

export interface Application {
  /** Enforced here and now. */
  applied: boolean
  /** The court's term has ended: it is enforced by choice. */
  beyondTerm: boolean
}

/**
 * Whether an order of this status is enforced. Never more than the order says: what a court has lifted or suspended, has
 * not begun or pauses is not, whatever the choice; what has ended only where someone chose that.
 */
export function application(status: Status, choice: Choice, afterTerm: AfterTerm): Application {
  if (choice === 'list') return { applied: false, beyondTerm: false }
  if (isLive(status)) return { applied: true, beyondTerm: false }
  const beyond = status === 'ended' && (choice === 'apply-beyond-term' || afterTerm === 'continue')
  return { applied: beyond, beyondTerm: beyond }
}
