import { withoutRegister } from '../blocked-by.ts'
import { commented, instantText, orderLines } from '../comments.ts'
import type { Exported, ExportRequest } from '../form.ts'
import { leftOutNotes } from '../left-out.ts'

/** nginx: a map of host names to the order that blocks them, and the answer 451. */
export function nginx(request: ExportRequest): Exported {
  const { orders, at, register } = request
  const [domainsOf, hostsOf] = [new Map<string, string>(), new Map<string, string>()]
  // A name that two orders list is answered for by the first: a map has each once.
  for (const { order, domains, hosts } of orders) {
    for (const name of domains) if (!domainsOf.has(name)) domainsOf.set(name, order.id)
    for (const name of hosts) if (!hostsOf.has(name)) hostsOf.set(name, order.id)
  }
  // `.a.tv` is `a.tv`, too: nginx takes no map that has both.
  const lines = [
    ...[...domainsOf].map(([name, id]) => `  .${name} ${id};\n`),
    ...[...hostsOf].flatMap(([name, id]) => (domainsOf.has(name) ? [] : [`  ${name} ${id};\n`])),
  ]
  const head = commented([`as of ${instantText(at)}`, ...orderLines(orders)], '#')
  const size = 2 ** Math.ceil(Math.log2(Math.max(2048, lines.length * 2)))
  const link =
    register === undefined ? '' : `  add_header Link '<${register}orders/$writ_order/>; rel="blocked-by"' always;\n`
  return {
    files: [
      {
        name: 'orders-map.conf',
        text: `${head}map_hash_max_size ${size};\nmap_hash_bucket_size 512;\nmap $host $writ_order {\n  hostnames;\n  default "";\n${lines.join('')}}\n`,
      },
      { name: 'answer-451.conf', text: `if ($writ_order) {\n${link}  return 451;\n}\n` },
    ],
    use: [
      'Include orders-map.conf in http { }, and answer-451.conf in a location { } of the servers that stand before the sites.',
      'nginx -t checks it, nginx -s reload takes it.',
    ],
    notes: [
      ...leftOutNotes(orders, { hosts: true }, 'The map is over names alone.'),
      ...(register === undefined ? [withoutRegister] : []),
      'writ import does not read it.',
    ],
  }
}
