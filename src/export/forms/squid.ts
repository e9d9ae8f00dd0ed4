import { blockedBy, withoutRegister } from '../blocked-by.ts'
import { commented, instantText, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { leftOutNotes } from '../left-out.ts'

/** Squid: names by `dstdomain`, where `.a.tv` is the domain and `a.tv` the host alone. */
export function squid(request: ExportRequest): Exported {
  const { orders, at } = request
  const rules = orders.map(({ order: { id } }, place) => {
    const link = blockedBy(request, id)
    const acl = `order_${place + 1}`
    return [
      `# ${id}\n`,
      `acl ${acl} dstdomain "${pathIn(request, `${id}.txt`)}"\n`,
      `deny_info 451:ERR_ACCESS_DENIED ${acl}\n`,
      ...(link === undefined ? [] : [`reply_header_add Link "${link.replaceAll('"', String.raw`\"`)}" ${acl}\n`]),
      `http_access deny ${acl}\n`,
    ].join('')
  })
  return {
    files: [
      ...orders.map((one) => ({
        name: `${one.order.id}.txt`,
        text: [
          commented([`as of ${instantText(at)}`, ...orderLines([one])], '#'),
          ...one.domains.map((name) => `.${name}\n`),
          ...one.hosts.map((name) => `${name}\n`),
        ].join(''),
      })),
      { name: 'squid.conf', text: `${commented(orderLines(orders), '#')}${rules.join('')}` },
    ],
    use: [
      'Include squid.conf in /etc/squid/squid.conf before every http_access allow. Paths are those at the server: --folder says them.',
      'squid -k parse checks it, squid -k reconfigure takes it.',
    ],
    notes: [
      ...leftOutNotes(orders, { hosts: true }, 'A proxy sees of a secure page its name alone.'),
      ...(request.register === undefined ? [withoutRegister] : []),
      ...(orders.some(({ hosts }) => hosts.length > 0)
        ? ['writ import reads a line without a dot before it, the host alone, as the domain.']
        : []),
      'Where a secure connection is refused, browsers show none of the answer: only pages over http say 451.',
    ],
  }
}
