import { instantText } from '../comments.ts'
import type { Exported, ExportRequest } from '../form.ts'
import { leftOutNotes } from '../left-out.ts'
import { orderFacts, targetRows } from '../rows.ts'
import { csvCell, csvRow } from '../../csv.ts'

const everything = { hosts: true, ports: true, urls: true }
const asDomain = 'writ import reads a host without a port as the domain; "kind" says which it is.'
const enforcesNothing = 'Rows of the kind ip are never enforced: other sites share those addresses.'

/** A table for whatever reads tables (RFC 4180), one target a row. */
export function csv({ orders }: ExportRequest): Exported {
  const columns = ['order', 'version', 'authority', 'docket', 'until', 'kind', 'domain', 'url', 'ip']
  const lines = [csvRow(columns)]
  for (const one of orders) {
    const { id, version, authority, docket, lastDay } = orderFacts(one)
    const ofOrder = [id, String(version), authority, docket, lastDay].map(csvCell).join(',')
    for (const { kind, value } of targetRows(one)) {
      const place = kind === 'url' ? ['', value, ''] : kind === 'ip' ? ['', '', value] : [value, '', '']
      lines.push(`${ofOrder},${csvRow([kind, ...place])}`)
    }
  }
  return {
    files: [{ name: 'orders.csv', text: lines.join('') }],
    use: ['One row a target, UTF-8. "until" is the court’s last day, where the document knows one.'],
    notes: notesOf(orders),
  }
}

/** The same as JSON, for programs. */
export function json({ orders, at }: ExportRequest): Exported {
  const targets = orders.flatMap((one) =>
    [...targetRows(one)].map(({ order, kind, value }) => ({ order, kind, [kind === 'host' ? 'domain' : kind]: value })),
  )
  const facts = orders.map(orderFacts)
  const lines = targets.map((target) => `    ${JSON.stringify(target)}`).join(',\n')
  const text = `{\n  "format": "writ-export/1",\n  "at": "${instantText(at)}",\n  "orders": ${JSON.stringify(facts)},\n  "targets": [\n${lines}\n  ]\n}\n`
  return {
    files: [{ name: 'orders.json', text }],
    use: ['"targets" has one object a target; "order" is the id of one in "orders".'],
    notes: notesOf(orders),
  }
}

/** Everything that a table has no column for; addresses have one. */
function notesOf(orders: ExportRequest['orders']): string[] {
  const shown = orders.map((one) => ({ ...one, ips: [] }))
  return [...leftOutNotes(shown, everything, ''), asDomain, enforcesNothing]
}
