import type { Standing } from '../deployment/check/standing.ts'
import type { OrderByPolicy } from '../deployment/orders-by-policy.ts'

/**
 * A place's standing in one line: "kit/linux/chromium/: installs Writ 0.1.0 (id) in Chromium; 2 of 3 orders in force today (ended:
 * some-order); covered: private windows; not covered: guest".
 */
export function standingLine({
  browser,
  place,
  id,
  version,
  installs,
  settings,
  orders,
  layers,
  wanting,
}: Standing): string {
  if (id === undefined && wanting.length === 0 && settings === 0) return `${place}: nothing of Writ (${browser})`
  const name = `Writ${version === undefined ? '' : ` ${version}`}${id === undefined ? '' : ` (${id})`}`
  return [
    `${place}: ${installs ? `installs ${name} in ${browser}` : `does not install ${name} in ${browser}`}`,
    ordersOf(orders),
    ...(layers.covered.length > 0 ? [`covered: ${layers.covered.join(', ')}`] : []),
    ...(layers.open.length > 0 ? [`not covered: ${layers.open.join(', ')}`] : []),
  ].join('; ')
}

const words: Record<OrderByPolicy['status'], string> = {
  pending: 'not begun',
  'in-force': 'listed only',
  unknown: 'listed only',
  paused: 'paused',
  ended: 'ended',
  suspended: 'suspended',
  lifted: 'lifted',
}

function ordersOf(orders: readonly OrderByPolicy[]): string {
  if (orders.length === 0) return 'no order'
  const count = orders.filter(({ inForce }) => inForce).length
  const idle = orders.filter(({ inForce }) => !inForce)
  const named = [...new Set(idle.map(({ status }) => words[status]))].map(
    (word) =>
      `${word}: ${idle
        .filter(({ status }) => words[status] === word)
        .map(({ id }) => id)
        .join(', ')}`,
  )
  const said = `${count} of ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} in force today`
  return named.length === 0 ? said : `${said} (${named.join('; ')})`
}
