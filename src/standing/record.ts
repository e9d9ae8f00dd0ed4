import type { Choice } from './application.ts'
import type { Issue } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { entryCount, targetChanges, targetCount } from '../order/targets/placed.ts'
import { schedule, span, type Span } from '../order/time/schedule.ts'
import type { Schedule } from '../order/time/status.ts'
import { heldEntries, type HeldEntry } from '../order/protected/held.ts'

/** An order without its bulk: what is needed to explain it, however many names it lists. */
export type OrderHead = Omit<Order, 'targets'> & {
  /** Targets as they are kept: once for each of the measures that last differently. */
  targetCount: number
  /** Targets as a reader counts them: each once. */
  entryCount: number
}

/**
 * The source of an order: who put it here. Of one id, a policy's order stands before a user's, that before a feed's, and
 * that before the bundled one; what the feed of a policy brings stands before a user's, too: see `listedOrders`.
 */
export type Provenance = 'bundled' | 'feed' | 'user' | 'policy'

/** The feed by which an order came. */
export interface FeedOrigin {
  /** SHA-256 of the root that is trusted first, hexadecimal: it names the feed wherever that lies. */
  root: string
  /** The address that it was set with. */
  address: string
  /** Version of the feed's snapshot by which the document came. */
  version: number
}

/** A feed that is followed here. */
export interface FollowedFeed {
  root: string
  /** Its address and those of its mirrors. */
  addresses: string[]
  /** An administrator has set it, not the browser's user. */
  byOrganisation: boolean
}

/** An order as it is kept: its document's facts, and what is computed once from the document alone. */
export interface OrderRecord {
  /** The key that `recordKey` gives. */
  key: string
  provenance: Provenance
  /** Where `provenance` says so. */
  feed?: FeedOrigin
  order: OrderHead
  schedule: Schedule
  /** First and last instant (epoch ms) of the measures, as far as the document says. */
  span: Span
  /** Instants (epoch ms) from which a single target counts, or no longer counts. */
  targetChanges: number[]
  /** Entries that are not enforced until an administrator acknowledges them; absent where there is none. */
  held?: HeldEntry[]
  /** SHA-256 of the document's text, hexadecimal. */
  digest: string
  /** The choice where nobody has made one. */
  choice: Choice
  /** Epoch milliseconds. */
  addedAt: number
  /** Names the code that read it; absent where that is not remembered. */
  reading?: string
  /** Why it is not as this version would read it. */
  outdated?: Issue
}

/** Names what is kept of an order: its text, and how that was read. */
export function contentOf({ key, digest, reading = '' }: OrderRecord): string {
  return `${key} ${digest} ${reading}`
}

/**
 * Makes the record of an order: its head, and what follows from the document.
 *
 * @param services hosts that Writ needs itself: an entry that would block one is held
 */
export function recordOf(
  order: Order,
  {
    provenance,
    feed,
    choice,
    digest,
    addedAt,
  }: Pick<OrderRecord, 'provenance' | 'feed' | 'choice' | 'digest' | 'addedAt'>,
  services: readonly string[] = [],
): OrderRecord {
  const { targets: _, ...head } = order
  const held = heldEntries(order, services)
  return {
    key: recordKey(provenance, order.id, feed?.root),
    provenance,
    ...(feed ? { feed } : {}),
    order: { ...head, targetCount: targetCount(order), entryCount: entryCount(order) },
    schedule: schedule(order),
    span: span(order),
    targetChanges: targetChanges(order),
    ...(held.length > 0 ? { held } : {}),
    digest,
    choice,
    addedAt,
  }
}

/** A record's key: `provenance:id`, of a feed's order `feed/ROOT:id` with the beginning of its root's digest. */
export function recordKey(provenance: Provenance, id: string, root = ''): string {
  return `${provenance}${root && `/${root.slice(0, 16)}`}:${id}`
}

/** The provenance of the record that has this key. */
export function provenanceOf(key: string): Provenance {
  return key.slice(0, key.indexOf(':')).replace(/\/.*/, '') as Provenance
}

/** The id of the order whose record has this key. */
export function orderIdOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** Provenances by rank: of several orders with one id, the one whose provenance stands first is listed. */
export const precedence: readonly Provenance[] = ['policy', 'user', 'feed', 'bundled']

/**
 * One record an id: the one whose provenance stands first, of several feeds' that of the first of them. The order of the
 * others is kept.
 *
 * @param lockedChoices ids of orders that an administrator has decided about: none is replaced by a person's document or
 *   feed, which could name what it likes
 */
export function listedOrders(
  records: Iterable<OrderRecord>,
  lockedChoices: readonly string[] = [],
  feeds: readonly FollowedFeed[] = [],
): OrderRecord[] {
  const ofPerson = new Set(feeds.filter(({ byOrganisation }) => !byOrganisation).map(({ root }) => root))
  const isPersons = ({ provenance, feed }: OrderRecord) =>
    provenance === 'user' || (feed !== undefined && ofPerson.has(feed.root))
  const placeOf = ({ feed }: OrderRecord) => feeds.findIndex(({ root }) => root === feed?.root)
  const isBefore = (one: OrderRecord, other: OrderRecord) =>
    precedence.indexOf(one.provenance) - precedence.indexOf(other.provenance) < 0 ||
    (one.provenance === 'feed' && other.provenance === 'feed' && placeOf(one) < placeOf(other))
  const byId = new Map<string, OrderRecord>()
  for (const record of records) {
    if (isPersons(record) && lockedChoices.includes(record.order.id)) continue
    const other = byId.get(record.order.id)
    if (!other || isBefore(record, other)) byId.set(record.order.id, record)
  }
  return [...byId.values()]
}
