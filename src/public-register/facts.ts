import { zoneFileName } from '../export/zones.ts'
import { decisionOf, authorityOf, oneLine, ownText } from '../export/in-force.ts'
import { dayIn } from '../order/time/calendar.ts'
import type { PublishedOrder } from './published-order.ts'
import { isApplied } from './published-order.ts'

/** An order's facts for programs; texts are in the document's own language. */
export function factsOf(one: PublishedOrder) {
  const { record, status, hidden, digest, path } = one
  const { order } = record
  const { date, docket, ecli } = order.decisions[0]
  const { end, startUnknown, start } = record.span
  const { timeZone } = order
  return {
    id: order.id,
    version: order.version,
    title: ownText(order.title, order),
    decision: decisionOf(order),
    jurisdiction: order.jurisdiction,
    authority: oneLine(authorityOf(order)),
    date,
    ...(docket === undefined ? {} : { docket }),
    ...(ecli === undefined ? {} : { ecli }),
    status,
    ...(startUnknown ? {} : { firstDay: dayIn(timeZone, start) }),
    ...(end === undefined ? {} : { lastDay: dayIn(timeZone, end - 1) }),
    targets: record.order.entryCount,
    hidden,
    references: order.references,
    page: `orders/${order.id}/`,
    ...(hidden ? {} : { names: namesPath(order.id) }),
    ...(hidden || !isApplied(one) ? {} : { zone: zonePath(order.id) }),
    document: path,
    sha256: digest,
  }
}

export function namesPath(id: string): string {
  return `orders/${id}/names.txt`
}

export function zonePath(id: string): string {
  return `zones/${zoneFileName(id)}`
}
