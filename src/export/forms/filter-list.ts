import { commented, instantText, orderLines } from '../comments.ts'
import type { Exported, ExportRequest } from '../form.ts'
import type { InForce } from '../in-force.ts'
import { leftOutNotes } from '../left-out.ts'

/** Pi-hole, from version 6: a list in the manner of ad blockers. A plain line is a name alone. */
export function pihole(request: ExportRequest): Exported {
  return filterList(request, (name) => name, {
    use: ['Add the list’s address, or file:///PATH, in Pi-hole under Lists, and run pihole -g.'],
    notes: ['Of a host without the names below it there is a plain line, which writ import takes for a pattern.'],
  })
}

/** AdGuard Home: `|host^` is a name alone. */
export function adguardHome(request: ExportRequest): Exported {
  return filterList(request, (name) => `|${name}^`, {
    use: ['Add the list under Filters, DNS blocklists: its address, or its path, which safe_fs_patterns has to allow.'],
    notes: [],
  })
}

function filterList(
  request: ExportRequest,
  lineOf: (host: string) => string,
  { use, notes }: Pick<Exported, 'use' | 'notes'>,
): Exported {
  const { orders, at } = request
  const textOf = (one: InForce) =>
    [
      commented([`as of ${instantText(at)}`, ...orderLines([one])], '!'),
      ...one.domains.map((name) => `||${name}^\n`),
      ...one.hosts.map((name) => `${lineOf(name)}\n`),
    ].join('')
  const hosts = orders.some((one) => one.hosts.length > 0)
  return {
    files: orders.map((one) => ({ name: `${one.order.id}.txt`, text: textOf(one) })),
    use,
    notes: [
      ...leftOutNotes(orders, { hosts: true }, 'A resolver sees names alone.'),
      ...(hosts ? notes : []),
      'It gives no extended DNS error.',
    ],
  }
}
