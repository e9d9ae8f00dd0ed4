import { csvRow } from '../csv.ts'
import { registerFormat } from './changes.ts'
import { factsOf } from './facts.ts'
import type { Register } from './setting.ts'

const columns = [
  'id',
  'version',
  'title',
  'jurisdiction',
  'authority',
  'date',
  'docket',
  'ecli',
  'status',
  'firstDay',
  'lastDay',
  'targets',
  'page',
  'sha256',
] as const

/** The register as a table (RFC 4180), one order a row. */
export function registerTable({ orders }: Register): string {
  const rows = orders.map((one) => {
    const facts: Partial<Record<string, unknown>> = factsOf(one)
    return columns.map((column) => String(facts[column] ?? ''))
  })
  return [columns, ...rows].map(csvRow).join('')
}

/** The register for programs, and for its own next edition: what has become of the orders since. */
export function registerDocument({ orders, withdrawn, changes, now, language, organization }: Register): string {
  const document = {
    format: registerFormat,
    at: new Date(now).toISOString(),
    language,
    ...(organization === undefined ? {} : { organization }),
    orders: orders.map(factsOf),
    withdrawn,
    changes,
  }
  return `${JSON.stringify(document, null, 1)}\n`
}
