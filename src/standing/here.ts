import { application, choiceOf, type Choice, type Choices } from './application.ts'
import { statusAt, type Status } from '../order/time/status.ts'
import { instantFor, type ClockBehind } from './clock-behind.ts'
import { heldHere } from './held.ts'
import type { HeldEntry } from '../order/protected/held.ts'
import type { OrderRecord } from './record.ts'

/** Everything that decides which orders are applied in this browser, and which of that an administrator has decided. */
export interface EffectiveChoices {
  settings: Choices
  /** Settings by name, and orders by id, for which an administrator has decided: absent where there is none. */
  locked?: readonly string[]
  lockedChoices?: readonly string[]
  /** Absent where the clock was not set back. */
  clockBehind?: ClockBehind
}

/** An order as it is in this browser at one instant. */
export interface OrderHere {
  record: OrderRecord
  /** Epoch ms: now, or, where the clock was set back and the order goes on as it was, the latest time that was seen. */
  at: number
  /** The status at that instant, as its document says. */
  status: Status
  /** Whether it is enforced. */
  applied: boolean
  /** Applied beyond the court's term, by choice of this browser's user or administrator. */
  beyondTerm: boolean
  /** The choice for it, as somebody made it, or as its provenance says. */
  choice: Choice
  /** Its entries that are not enforced until somebody acknowledges them by name. */
  held: HeldEntry[]
  /** An administrator, not the user, decided what is done with it. */
  byOrganisation: boolean
  /** A person's choice would change nothing: it is shown, not offered. */
  locked: boolean
}

/** The one answer to what an order is here at `clock` (epoch ms): options, popup, block page, rules and command line ask it. */
export function here(
  record: OrderRecord,
  { settings, locked = [], lockedChoices = [], clockBehind }: EffectiveChoices,
  clock: number,
): OrderHere {
  const at = instantFor(record.key, clockBehind, clock)
  const status = statusAt(record.schedule, at)
  const choice = choiceOf(record, settings)
  const { applied, beyondTerm } = application(status, choice, settings.afterTerm)
  const isDecided = record.provenance === 'policy' || lockedChoices.includes(record.order.id)
  const isTermDecided = locked.includes('afterTerm')
  return {
    record,
    at,
    status,
    applied,
    beyondTerm,
    choice,
    held: heldHere(record, settings.acknowledge),
    byOrganisation: isDecided || (beyondTerm && isTermDecided),
    locked: isDecided || (status === 'ended' && isTermDecided && settings.afterTerm === 'stop'),
  }
}

/** Those of the listed orders that are enforced at `now` (epoch ms). */
export function appliedOrders(records: readonly OrderRecord[], effective: EffectiveChoices, now: number): OrderHere[] {
  return records.map((record) => here(record, effective, now)).filter(({ applied }) => applied)
}
