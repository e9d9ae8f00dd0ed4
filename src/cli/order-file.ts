import { failed, type Issue, type Result } from '../order/issue.ts'
import type { Order, Target } from '../order/order.ts'
import { parseOrderText } from '../order/reading/parse.ts'
import { readDocument } from './documents.ts'
import type { World } from './command.ts'

/** An order's document, whose list can be changed. */
export interface OrderFile {
  document: Record<string, unknown>
  /** The targets that all measures share, as the document has them, and as they are read. */
  written: unknown[]
  targets: Target[]
}

/** Reads an order whose list is to change. It may have no list yet: a draft is filled by an import. */
export async function readOrderFile(file: string, world: World): Promise<Result<OrderFile>> {
  const text = await readDocument(file, world)
  if (!text.ok) return text
  const parsed = parseOrderText(text.value)
  const isDraft = !parsed.ok && parsed.issues.every(({ code }) => code === 'measure-without-targets')
  if (!parsed.ok && !isDraft) return parsed
  const document = JSON.parse(text.value.replace(/^\ufeff/, '')) as Record<string, unknown>
  if (parsed.ok && isShadowed(parsed.value)) return failed([shadowed])
  const written = (document['targets'] ?? []) as unknown[]
  return { ok: true, value: { document, written, targets: parsed.ok ? parsed.value.targets : [] }, warnings: [] }
}

/** Where each measure has targets of its own, the order's are under none. */
function isShadowed({ measures }: Order): boolean {
  return measures.every(({ targets }) => targets !== undefined)
}

const shadowed: Issue = {
  code: 'measures-with-targets',
  path: 'measures',
  message: 'have targets of their own, so that the order’s would be under none: add names there by hand',
}

/** Puts the document whole into its place, with other targets and its version one higher. */
export async function writeOrderFile(
  file: string,
  { document }: OrderFile,
  targets: readonly unknown[],
  world: World,
): Promise<number> {
  const version = Number(document['version']) + 1
  const text = JSON.stringify({ ...document, version, targets }, null, 2)
  await world.write(file, Buffer.from(`${text}\n`), false)
  return version
}
