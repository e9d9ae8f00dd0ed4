import type { Effect, Measure, Order, Window } from '../order/order.ts'
import { isLive, statusAt, type Status } from '../order/time/status.ts'
import { placedTargets, type PlacedTarget } from '../order/targets/placed.ts'
import { recordOf, type OrderRecord } from '../standing/record.ts'

/** An order as a feed publishes it. */
export interface GivenDocument {
  order: Order
  /** SHA-256 of the document's text, hexadecimal. */
  digest: string
  /** Where the signed document lies below the site: `targets/orders/….json.gz`. */
  path: string
  /** Whether its names are left out of the register. */
  hidden: boolean
}

/** An order of the register at one instant. */
export interface PublishedOrder extends Omit<GivenDocument, 'order'> {
  /** The order; without any name where these are hidden. */
  record: OrderRecord
  status: Status
  /** Every target, in the document's order; none where they are hidden. */
  targets: PlacedTarget[]
}

/** @param now epoch milliseconds */
export function publishedOrder({ order, digest, path, hidden }: GivenDocument, now: number): PublishedOrder {
  const record = recordOf(order, { provenance: 'user', choice: 'apply', digest, addedAt: now })
  const status = statusAt(record.schedule, now)
  return {
    record: hidden ? withoutNames(record) : record,
    status,
    digest,
    path,
    hidden,
    targets: hidden ? [] : [...placedTargets(order)],
  }
}

/** Whether it is enforced by whoever follows the register. */
export function isApplied({ status }: Pick<PublishedOrder, 'status'>): boolean {
  return isLive(status)
}

/** A record in which no target is named, wherever a document can name one; its times are computed from the whole document. */
function withoutNames(record: OrderRecord): OrderRecord {
  const { held: _, ...kept } = record
  const { ack: __, ...order } = record.order
  const { measures, decisions, term } = order
  return {
    ...kept,
    order: {
      ...order,
      measures: measures.map(nameless) as typeof measures,
      decisions: decisions.map(({ effects, ...decision }) => ({
        ...decision,
        effects: effects.map(nameless) as typeof effects,
      })) as typeof decisions,
      term: { ...term, ...(term.windows ? { windows: term.windows.map(nameless) } : {}) },
    },
  }
}

function nameless<Part extends Measure | Effect | Window>(part: Part): Omit<Part, 'targets'> {
  const { targets: _, ...rest } = part
  return rest
}
