import { commented, instantText, lifeOf, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { leftOutNotes } from '../left-out.ts'

/** dnsmasq: a domain has no answer (NXDOMAIN); a host alone has one that leads nowhere. */
export function dnsmasq(request: ExportRequest): Exported {
  const { orders } = request
  const files = orders.map((one) => ({
    name: `${one.order.id}.conf`,
    text: [
      commented([`as of ${instantText(request.at)}`, ...orderLines([one])], '#'),
      ...one.domains.map((name) => `address=/${name}/\n`),
      ...one.hosts.map((name) => `host-record=${name},0.0.0.0,::\n`),
    ].join(''),
  }))
  const hosts = orders.some((one) => one.hosts.length > 0)
  return {
    files,
    use: [
      `Put the files into conf-dir (/etc/dnsmasq.d), or name each: conf-file=${pathIn(request, files[0]?.name ?? 'ID.conf')}`,
      'dnsmasq --test checks them; a restart takes them.',
    ],
    notes: [
      ...leftOutNotes(orders, { hosts: true }, 'A resolver sees names alone.'),
      ...(hosts
        ? ['A host without the names below it leads to 0.0.0.0 and ::, and writ import does not read it.']
        : []),
      'dnsmasq gives no extended DNS error.',
      ...orders.map((one) => `${one.order.id}: ${lifeOf(one)}`),
    ],
  }
}
