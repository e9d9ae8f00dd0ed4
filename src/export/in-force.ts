import type { LocalText, Order, Target } from '../order/order.ts'
import { heldEntries } from '../order/protected/held.ts'
import { countingTargets } from '../order/targets/counting.ts'
import { placedTargets, type PlacedTarget } from '../order/targets/placed.ts'
import { turnsOf } from '../order/targets/periods.ts'
import { targetKind, valueOf } from '../order/targets/target.ts'
import { dayIn } from '../order/time/calendar.ts'
import { schedule } from '../order/time/schedule.ts'
import { isLive, nextChange, statusAt } from '../order/time/status.ts'
import { hostParts } from '../order/host-parts.ts'
import { leastNames, type Names } from './least-names.ts'

/** An order that is in force at an instant, with what it blocks then. */
export interface InForce extends Names {
  order: Order
  /** Whether nobody has made sure that it began, or still stands. */
  unknown: boolean
  /** Hosts on one port: `a.tv:8443`. */
  ports: string[]
  /** Prefixes of pages. */
  urls: string[]
  /** Addresses by number, which nothing enforces. */
  ips: string[]
  /** The number of names that lie below a listed domain. */
  covered: number
  /** The number of names that are only removed from search results. */
  delisted: number
  /** Entries that many people need, and that the order does not acknowledge. */
  held: string[]
  /** ISO day, the court's, that is its last as far as the document says. */
  lastDay?: string
  /** Epoch ms at which the order, or one of its entries, changes next. */
  changes?: number
}

/** An order as it is at `now` (epoch ms); undefined where it is not in force then. */
export function inForceAt(order: Order, now: number): InForce | undefined {
  const states = schedule(order)
  const status = statusAt(states, now)
  if (!isLive(status)) return undefined
  const held = heldEntries(order)
  const placed = [...placedTargets(order)]
  const over = states.find(({ from, status: later }) => from !== null && from > now && !isLive(later))?.from
  let changes = nextChange(states, now) ?? Infinity
  // A million targets have no periods of their own.
  for (const { periods } of placed)
    if (periods) for (const at of turnsOf(periods)) if (at > now) changes = Math.min(changes, at)
  return {
    order,
    unknown: status === 'unknown',
    ...sorted(countingTargets(placed, 'block', now, held)),
    delisted: delistedOnly(placed, now),
    held: held.map(({ value }) => value),
    ...(over ? { lastDay: dayIn(order.timeZone, over - 1) } : {}),
    ...(changes === Infinity ? {} : { changes }),
  }
}

function delistedOnly(placed: readonly PlacedTarget[], now: number): number {
  const blocked = new Set<string>()
  const delisted = new Set<string>()
  for (const target of countingTargets(placed, 'delist', now)) delisted.add(valueOf(target))
  if (delisted.size === 0) return 0
  for (const target of countingTargets(placed, 'block', now)) blocked.add(valueOf(target))
  return [...delisted].filter((value) => !blocked.has(value)).length
}

/** Targets by what enforces them: whatever is below a listed domain is left to it. */
function sorted(targets: Iterable<Target>): Pick<InForce, 'domains' | 'hosts' | 'ports' | 'urls' | 'ips' | 'covered'> {
  const domains = new Set<string>()
  const hosts = new Set<string>()
  const [ports, urls, ips] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const target of targets) {
    const kind = targetKind(target)
    const value = valueOf(target)
    if (kind === 'domain') domains.add(value)
    else if (kind === 'url') urls.add(value)
    else if (kind === 'ip') ips.add(value)
    else (hostParts(value).port === undefined ? hosts : ports).add(value)
  }
  const least = leastNames(domains, hosts)
  const covered = domains.size + hosts.size - least.domains.length - least.hosts.length
  return { ...least, ports: [...ports], urls: [...urls], ips: [...ips], covered }
}

/** A text in the order's own language. */
export function ownText(text: LocalText, { language }: Pick<Order, 'language'>): string {
  return text[language] ?? Object.values(text)[0] ?? ''
}

/** Whoever decided, as one text: `Tribunal de grande instance de Paris`. */
export function authorityOf(order: Pick<Order, 'decisions' | 'language'>): string {
  return order.decisions[0].courts.map(({ name }) => ownText(name, order)).join(', ')
}

/** The decision by which it is known: `Tribunal de grande instance de Paris, 2013-11-28, RG 11/60013`. */
export function decisionOf(order: Pick<Order, 'decisions' | 'language'>): string {
  const { date, docket, ecli } = order.decisions[0]
  return oneLine([authorityOf(order), date, docket ?? ecli].filter((part) => part !== undefined).join(', '))
}

/** A document's words in a comment, which ends with its line; nothing that turns text around. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
}
