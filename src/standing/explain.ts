import { nextChange } from '../order/time/status.ts'
import { endedPeriod, nearestPeriod, turnsOf } from '../order/targets/periods.ts'
import { counts } from '../order/targets/counting.ts'
import { rulingOn } from '../order/targets/timing.ts'
import { here, type EffectiveChoices, type OrderHere } from './here.ts'
import type { Target } from '../order/order.ts'
import type { Query } from '../names/query.ts'
import { exceptionFor, type Exception } from './exceptions.ts'
import type { Coverage, Nearby } from '../names/find.ts'
import type { OrderRecord } from './record.ts'

/** Why an address is blocked, or is not: computed from the stored orders and a clock, never from what an address says. */
export interface Explanation {
  query: Query
  /** Those that block here first, then others that are applied, then the rest; in each, the most specific entry first. */
  orders: ExplainedOrder[]
  /** Something of the host that an order names, where none covers what was asked for. */
  nearby?: Nearby
}

/** An order for one address: it is not applied there where its entry does not count, or the name stays open. */
export interface ExplainedOrder extends OrderHere {
  /** Why it is not applied though it would be: an administrator leaves this name open. */
  exception?: Exception
  entry: {
    kind: 'domain' | 'host' | 'url'
    /** As the order lists it. */
    value: string
    /** The target with its annotations, where they were at hand. */
    target?: Target
    /** Whether a measure that blocks lists it. */
    block: boolean
    /** Whether a measure on search results lists it. */
    delist: boolean
    /** A target may be added after its order, lifted before it ends, and held until somebody acknowledges it. */
    standing: 'counts' | 'to-come' | 'lifted' | 'suspended' | 'held'
    /** Epoch ms from which and until which it counts, where that is not as long as its order. */
    from?: number
    until?: number
  }
  /** Epoch ms at which its order or the entry changes next. */
  nextChange?: number
}

/** Whether a page there is to be stopped. */
export function isBlocked(explanation: Explanation | undefined): boolean {
  return explanation?.orders.some(({ applied, entry }) => applied && entry.block) ?? false
}

interface ExplainOptions {
  effective: EffectiveChoices
  /** Names that stay open whatever an order says. */
  exceptions?: readonly Exception[]
  /** Epoch milliseconds. */
  now: number
  /** The annotated target behind a coverage, where it has been read. */
  targetOf?: (coverage: Coverage) => Target | undefined
  nearby?: Nearby | undefined
}

/** The explanation of `coverages`, which `find` gave for `query`; a coverage whose record is not given is passed over. */
export function explain(
  query: Query,
  coverages: readonly Coverage[],
  records: ReadonlyMap<string, OrderRecord>,
  options: ExplainOptions,
): Explanation {
  const exception = exceptionFor(query.host, options.exceptions ?? [])
  const orders: ExplainedOrder[] = []
  for (const key of new Set(coverages.map(({ order }) => order))) {
    const record = records.get(key)
    const ofOrder = coverages.filter(({ order }) => order === key)
    if (record) orders.push(explainOne(record, ofOrder, exception, options))
  }
  orders.sort((a, b) => weight(b) - weight(a))
  return { query, orders, ...(options.nearby && orders.length === 0 ? { nearby: options.nearby } : {}) }
}

function weight({ applied, entry }: ExplainedOrder): number {
  return Number(applied) + Number(applied && entry.block)
}

/**
 * An order may list a name, names above it and pages on it, each under measures of its own and for a time of its own:
 * whatever counts now takes part, as it does in the rules, and the most specific that blocks is the one that is shown.
 */
function explainOne(
  record: OrderRecord,
  coverages: readonly Coverage[],
  exception: Exception | undefined,
  { effective, now: clock, targetOf }: ExplainOptions,
): ExplainedOrder {
  const order = here(record, effective, clock)
  const now = order.at
  const held = new Set(order.held.map(({ value }) => value))
  const counting = coverages.filter(({ entry, value }) => counts(entry, now) && !held.has(value))
  const shown = counting.find(({ entry }) => entry.block) ?? counting[0] ?? coverages[0]!
  const under = counting.length > 0 ? counting : [shown]
  const { entry, value } = shown
  const target = targetOf?.(shown)
  const standing = standingOf(shown, record, order.applied && held.has(value), now)
  const isOver = standing === 'lifted' || standing === 'suspended'
  const { from, until } = (isOver ? endedPeriod : nearestPeriod)(entry.periods ?? [], now) ?? {}
  const next = entriesChange(record, coverages, now)
  const kept = standing === 'counts' && order.applied && exception ? exception : undefined
  return {
    ...order,
    ...(standing === 'counts' && !kept ? {} : { applied: false, beyondTerm: false }),
    ...(kept ? { exception: kept } : {}),
    entry: {
      kind: entry.url !== undefined ? 'url' : entry.exact ? 'host' : 'domain',
      value,
      block: under.some(({ entry: { block } }) => block),
      delist: under.some(({ entry: { delist } }) => delist),
      standing,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...(target === undefined ? {} : { target }),
    },
    ...(next === undefined ? {} : { nextChange: next }),
  }
}

/** The standing of an entry. Where its order is not applied it is not said to be held: nothing would come of it. */
function standingOf(
  { entry, value }: Coverage,
  { order }: OrderRecord,
  isHeld: boolean,
  now: number,
): ExplainedOrder['entry']['standing'] {
  if (counts(entry, now)) return isHeld ? 'held' : 'counts'
  const ruling = rulingOn(entry.url === undefined ? value : { url: entry.url }, order, now)
  if (ruling === 'suspended' || ruling === 'lifted') return ruling
  return (entry.periods ?? []).some(({ from = now }) => now < from) ? 'to-come' : 'lifted'
}

function entriesChange({ schedule }: OrderRecord, coverages: readonly Coverage[], now: number): number | undefined {
  const own = coverages.flatMap(({ entry: { periods = [] } }) => turnsOf(periods))
  const next = Math.min(nextChange(schedule, now) ?? Infinity, ...own.filter((at) => at > now))
  return next === Infinity ? undefined : next
}
