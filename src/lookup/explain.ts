import { application } from '../order/application.ts'
import { nextChange, statusAt, type Status } from '../order/status.ts'
import type { Target } from '../order/order.ts'
import { choiceOf, type Choices } from '../policy/settings.ts'
import type { Asked } from './asked.ts'
import { exceptionFor, type Exception } from './exceptions.ts'
import { counts, type Coverage } from './find.ts'
import type { OrderRecord } from './record.ts'

/** Why an address is blocked, or is not: computed from the stored orders and a clock, never from what an address says. */
export interface Explanation {
  asked: Asked
  /** Those that block here first, then others that are applied, then the rest; in each, the most specific entry first. */
  orders: ExplainedOrder[]
}

export interface ExplainedOrder {
  record: OrderRecord
  status: Status
  /** Whether it is enforced here and now. */
  applied: boolean
  /** Applied beyond the court's term, by choice of this browser's user or administrator. */
  byChoice: boolean
  /** What is done with it here, an administrator has decided; else it is this browser's user. */
  byOrganisation: boolean
  /** Why it is not applied though it would be: an administrator leaves this name open. */
  exception?: Exception
  entry: {
    kind: 'domain' | 'url'
    /** As the order lists it. */
    value: string
    /** The target with its annotations, where they were at hand. */
    target?: Target
    /** Whether a measure that blocks lists it. */
    block: boolean
    /** Whether a measure on search results lists it. */
    delist: boolean
  }
  /** Epoch ms of the next change of its status here. */
  nextChange?: number
}

/** Settings by name, and orders by id, for which an administrator has decided. */
export interface Locks {
  locked: readonly string[]
  lockedChoices: readonly string[]
}

/** Whether an administrator has decided what is done with an order here. */
export function isOrganisations({ provenance, order }: OrderRecord, byChoice: boolean, locks?: Locks): boolean {
  if (provenance === 'policy' || locks?.lockedChoices.includes(order.id)) return true
  return byChoice && (locks?.locked.includes('afterTerm') ?? false)
}

/** Whether a page there is to be stopped. */
export function isBlocked(explanation: Explanation | undefined): boolean {
  return explanation?.orders.some(({ applied, entry }) => applied && entry.block) ?? false
}

export interface ExplainOptions {
  choices: Choices
  /** What an administrator has decided. */
  locks?: Locks
  /** Names that stay open whatever an order says. */
  exceptions?: readonly Exception[]
  /** Epoch milliseconds. */
  now: number
  /** The annotated target behind a coverage, where it has been read. */
  targetOf?: (coverage: Coverage) => Target | undefined
}

/** The explanation of `coverages`, which `find` gave for `asked`; a coverage whose record is not given is passed over. */
export function explain(
  asked: Asked,
  coverages: readonly Coverage[],
  records: ReadonlyMap<string, OrderRecord>,
  options: ExplainOptions,
): Explanation {
  const exception = exceptionFor(asked.host, options.exceptions ?? [])
  const orders: ExplainedOrder[] = []
  const explained = new Set<string>()
  for (const coverage of coverages) {
    const record = records.get(coverage.order)
    if (!record || explained.has(coverage.order)) continue
    explained.add(coverage.order)
    orders.push(explainOne(record, coverage, exception, options))
  }
  orders.sort((a, b) => weight(b) - weight(a))
  return { asked, orders }
}

function weight({ applied, entry }: ExplainedOrder): number {
  return Number(applied) + Number(applied && entry.block)
}

function explainOne(
  record: OrderRecord,
  coverage: Coverage,
  exception: Exception | undefined,
  { choices, locks, now, targetOf }: ExplainOptions,
): ExplainedOrder {
  const { entry, value } = coverage
  const status = entryStatus(record, entry, now)
  const target = targetOf?.(coverage)
  const next = entryChange(record, entry, now)
  const { applied, byChoice } = application(status, choiceOf(record, choices), choices.afterTerm)
  return {
    record,
    status,
    byOrganisation: isOrganisations(record, byChoice, locks),
    ...(applied && exception ? { applied: false, byChoice: false, exception } : { applied, byChoice }),
    entry: {
      kind: entry.url === undefined ? 'domain' : 'url',
      value,
      block: entry.block,
      delist: entry.delist,
      ...(target === undefined ? {} : { target }),
    },
    ...(next === undefined ? {} : { nextChange: next }),
  }
}

/** A single target may be added after its order or lifted before it ends. */
function entryStatus(record: OrderRecord, entry: Coverage['entry'], now: number): Status {
  const status = statusAt(record.schedule, now)
  if (counts(entry, now) || status === 'lifted') return status
  return now < (entry.from ?? -Infinity) ? 'pending' : 'lifted'
}

/** A name that is added later begins to count then, whatever changes for its order before. */
function entryChange(record: OrderRecord, entry: Coverage['entry'], now: number): number | undefined {
  return entry.from !== undefined && now < entry.from ? entry.from : nextChange(record.schedule, now)
}
