import { commented, instantText, orderLines } from '../comments.ts'
import type { Exported, ExportRequest } from '../form.ts'
import { leftOutNotes } from '../left-out.ts'

const alone = 'A hosts file blocks each name alone: names below it, www. among them, stay open.'

/** A hosts file. It cannot say "and all below", and its first line says so. */
export function hosts({ orders, at }: ExportRequest): Exported {
  const text = orders
    .map((one) =>
      [commented(orderLines([one]), '#'), ...[...one.domains, ...one.hosts].map((name) => `0.0.0.0 ${name}\n`)].join(
        '',
      ),
    )
    .join('')
  return {
    files: [{ name: 'hosts', text: `${commented([alone, `as of ${instantText(at)}`], '#')}${text}` }],
    use: ['Append it to /etc/hosts, or give it to whatever takes hosts files.'],
    notes: [
      alone,
      ...leftOutNotes(orders, { hosts: true }, 'A hosts file has names alone.'),
      ...(orders.some((one) => one.hosts.length > 0)
        ? ['A host without the names below it is a line like every other: writ import reads it as the domain.']
        : []),
    ],
  }
}
