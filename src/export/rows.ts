import { decisionOf, authorityOf, oneLine, type InForce } from './in-force.ts'

/** A target in a table. */
export interface TargetRow {
  order: string
  kind: 'domain' | 'host' | 'url' | 'ip'
  value: string
}

/** Every target that is blocked, and the addresses that are only listed. */
export function* targetRows({ order: { id }, domains, hosts, ports, urls, ips }: InForce): Generator<TargetRow> {
  for (const value of domains) yield { order: id, kind: 'domain', value }
  for (const value of [...hosts, ...ports]) yield { order: id, kind: 'host', value }
  for (const value of urls) yield { order: id, kind: 'url', value }
  for (const value of ips) yield { order: id, kind: 'ip', value }
}

/** An order's facts beside its targets. */
export function orderFacts({ order, lastDay }: InForce) {
  const { date, docket, ecli } = order.decisions[0]
  return {
    id: order.id,
    version: order.version,
    decision: decisionOf(order),
    authority: oneLine(authorityOf(order)),
    date,
    docket: docket ?? ecli ?? '',
    lastDay: lastDay ?? '',
  }
}
