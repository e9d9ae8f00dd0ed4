import { blockedBy, withoutRegister } from '../blocked-by.ts'
import { commented, instantText, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { decisionOf } from '../in-force.ts'
import { leftOutNotes } from '../left-out.ts'

/**
 * HAProxy: names whole, and by their end. Its own match of domains, `-m dom`, is not taken: by it `a.tv` would be found in
 * `a.tv.example.com`, too.
 */
export function haproxy(request: ExportRequest): Exported {
  const { orders, at } = request
  const rules = orders.flatMap(({ order }, place) => {
    const link = blockedBy(request, order.id)
    const acl = `order_${place + 1}`
    const host = 'req.hdr(host),host_only,lower,regsub([.]$,)'
    const header = link === undefined ? '' : ` hdr Link ${quoted(link)}`
    return [
      `  # ${order.id}`,
      `  acl ${acl} ${host} -m str -f ${pathIn(request, `${order.id}.names`)}`,
      `  acl ${acl} ${host} -m end -f ${pathIn(request, `${order.id}.below`)}`,
      `  http-request return status 451${header} content-type text/plain string ${quoted(`${decisionOf(order)}\n`)} if ${acl}`,
    ]
  })
  const frame = ['frontend writ', '  mode http', '  bind 127.0.0.1:8451', '  timeout client 30s']
  return {
    files: [
      ...orders.flatMap((one) => {
        const head = commented([`as of ${instantText(at)}`, ...orderLines([one])], '#')
        return [
          {
            name: `${one.order.id}.names`,
            text: `${head}${[...one.domains, ...one.hosts].map((name) => `${name}\n`).join('')}`,
          },
          { name: `${one.order.id}.below`, text: `${head}${one.domains.map((name) => `.${name}\n`).join('')}` },
        ]
      }),
      { name: 'haproxy.conf', text: `${commented(orderLines(orders), '#')}${[...frame, ...rules].join('\n')}\n` },
    ],
    use: [
      'Take the rules of haproxy.conf into your own frontend. Paths are those at the server: --folder says them.',
      'haproxy -c -f FILE checks it, a reload takes it.',
    ],
    notes: [
      ...leftOutNotes(orders, { hosts: true }, 'These rules are over names alone.'),
      ...(request.register === undefined ? [withoutRegister] : []),
      'writ import takes the domains from ID.below; in ID.names they stand beside hosts alone.',
      'HAProxy goes through the ends of names one by one: from some ten thousand on, let a resolver block them.',
    ],
  }
}

/** A word of HAProxy's configuration in double quotes; a percent sign would begin a variable of its format strings. */
function quoted(text: string): string {
  const inner = text
    .replaceAll('%', '%%')
    .replaceAll(/["\\$]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
  return `"${inner}"`
}
