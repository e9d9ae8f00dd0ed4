import { slugOf } from './slug.ts'
import { authorityOf, type InForce } from './in-force.ts'
import { leastNames, type Names } from './least-names.ts'

/** A response policy zone: an order's, or that of all orders of an authority. */
export interface Zone extends Names {
  /** The name of its file, without `.zone`: `fr-tgi-paris-11-60013`. */
  id: string
  orders: readonly InForce[]
}

/** BIND takes 32 policy zones, and answers more slowly with each. */
export const mostZones = 24

/** A zone an order, so that each answers for itself; where they are too many, one an authority, and at last one for all. */
export function zonesOf(orders: readonly InForce[]): Zone[] {
  if (orders.length <= mostZones)
    return orders.map((one) => ({ id: one.order.id, orders: [one], domains: one.domains, hosts: one.hosts }))
  const byAuthority = new Map<string, InForce[]>()
  for (const one of orders) {
    const id = slugOf(`${one.order.jurisdiction} ${authorityOf(one.order)}`)
    byAuthority.set(id, [...(byAuthority.get(id) ?? []), one])
  }
  return byAuthority.size <= mostZones
    ? [...byAuthority].map(([id, some]) => pooled(id, some))
    : [pooled('all-orders', orders)]
}

function pooled(id: string, orders: readonly InForce[]): Zone {
  const [domains, hosts] = [new Set<string>(), new Set<string>()]
  for (const one of orders) {
    for (const name of one.domains) domains.add(name)
    for (const name of one.hosts) hosts.add(name)
  }
  return { id, orders, ...leastNames(domains, hosts) }
}

/** The name of a zone, which is in its configuration alone: no label of it has more than 63 characters. */
export function zoneName(id: string): string {
  return `${(id.match(/.{1,63}/g) ?? []).join('.')}.rpz`
}

export function zoneFileName(id: string): string {
  return `${id}.zone`
}
