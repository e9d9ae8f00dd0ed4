import type { InForce } from './in-force.ts'

/** Targets beside domains that a form can express. */
export interface Expressible {
  hosts?: boolean
  ports?: boolean
  urls?: boolean
}

/** Notes on targets that are not in a form, and why: nothing is widened to fit. */
export function leftOutNotes(orders: readonly InForce[], form: Expressible, sees: string): string[] {
  return orders.flatMap((one) => [
    ...(form.urls ? [] : listed(one, one.urls, ['page', 'pages'], sees)),
    ...(form.ports ? [] : listed(one, one.ports, ['host on one port', 'hosts on one port'], sees)),
    ...(form.hosts
      ? []
      : listed(one, one.hosts, ['host without the names below it', 'hosts without the names below them'], sees)),
    ...listed(one, one.ips, ['IP address', 'IP addresses'], 'Addresses are never enforced: other sites share them.'),
    ...listed(
      one,
      one.held,
      ['name', 'names'],
      'They are held, since many people need them, until "ack" in the order names them.',
    ),
    ...counted(one.delisted, `${one.order.id}: % to be removed from search results alone`, ['name is', 'names are']),
    ...counted(one.covered, `${one.order.id}: % below a listed domain, which blocks all below it`, [
      'name lies',
      'names lie',
    ]),
  ])
}

const most = 20

function listed({ order }: InForce, values: readonly string[], [one, many]: [string, string], why: string): string[] {
  if (values.length === 0) return []
  const shown = values.slice(0, most).join(', ')
  const more = values.length > most ? ` and ${values.length - most} more` : ''
  return [`${order.id}: not in it: ${values.length} ${values.length === 1 ? one : many}. ${why} ${shown}${more}`]
}

function counted(count: number, text: string, [one, many]: [string, string]): string[] {
  return count === 0 ? [] : [text.replace('%', `${count} ${count === 1 ? one : many}`)]
}
