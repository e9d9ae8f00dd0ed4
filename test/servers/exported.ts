import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportOrders } from '../../src/export/export.ts'
import type { ExportRequest } from '../../src/export/form.ts'
import type { FormName } from '../../src/export/forms.ts'
import type { Order } from '../../src/order/order.ts'
import { valueOf } from '../../src/order/targets/target.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import { each } from './questions.ts'

/** An instant in the term of the AlloStreaming judgment. */
export const inTerm = Date.parse('2014-06-01T12:00:00Z')

const alloStreaming = JSON.parse(readFileSync('src/bundled/fr-tgi-paris-11-60013.json', 'utf8'))
const hosts = Array.from({ length: each }, (_, at) => `host${at}.alone.example`)
const lifted = Array.from({ length: each }, (_, at) => `lifted${at}.example`)

/** The AlloStreaming order with hosts alone and lifted names beside its own, and with `more` domains. */
export function alloStreamingWith(more: readonly string[] = []) {
  const targets = [
    ...alloStreaming.targets,
    ...more,
    ...hosts.map((host) => ({ host })),
    ...lifted.map((domain) => ({ domain, liftedOn: '2014-03-01' })),
  ]
  const document = { ...alloStreaming, targets, references: [{ db: 'lumen', id: '12345' }] }
  const parsed = parseOrder(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const domains = [...alloStreaming.targets.map(valueOf), ...more]
  return { order: parsed.value, domains, hosts, lifted }
}

/** A folder of its own with an order in a form; `remove` takes it away. */
export function exportedFolder(
  order: Order,
  form: FormName,
  values: Partial<ExportRequest> = {},
): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `writ-${form}-`))
  const request = { at: inTerm, contacts: [], uuid: (name: string) => name, folder, ...values }
  for (const { name, text } of exportOrders([order], form, request).files) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'main'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
