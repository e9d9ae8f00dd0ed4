import { failed, type Result } from '../order/issue.ts'
import type { Target } from '../order/order.ts'
import { isObject } from '../order/reading/reader.ts'
import { parseOrder } from '../order/reading/parse.ts'
import { keyOf } from '../import/judge/known.ts'
import type { World } from './command.ts'
import { readDocument } from './documents.ts'
import { readLists } from './read-lists.ts'

/** One of two things that are compared: an order, or a list without one. */
export interface Compared {
  /** The document without its lists; empty for a list. */
  facts: Record<string, unknown>
  /** Values of the targets that count, and of those that are lifted. */
  counting: Set<string>
  lifted: Set<string>
}

/** Reads an order's document, or a list in any form that an import takes. */
export async function readCompared(file: string, world: World): Promise<Result<Compared>> {
  const text = await readDocument(file, world)
  if (!text.ok) return text
  const document = documentIn(text.value)
  if (!document) return listIn(file, world)
  const parsed = parseOrder(document)
  if (!parsed.ok) return parsed
  const { targets: _, ...facts } = document
  const { targets, measures } = parsed.value
  const all = [...targets, ...measures.flatMap(({ targets: list = [] }) => list)]
  return { ok: true, value: { facts, ...byState(all) }, warnings: [] }
}

function documentIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return isObject(value) && 'format' in value ? value : undefined
  } catch {
    return undefined
  }
}

function byState(targets: readonly Target[]): Pick<Compared, 'counting' | 'lifted'> {
  const isLifted = (target: Target) => typeof target !== 'string' && target.liftedOn !== undefined
  const counting = new Set(targets.filter((target) => !isLifted(target)).map(keyOf))
  return { counting, lifted: new Set(targets.filter(isLifted).map(keyOf)) }
}

async function listIn(file: string, world: World): Promise<Result<Compared>> {
  const read = await readLists([file], { accept: true }, { listed: [], replaced: [] }, world)
  if (!read.ok) return failed(read.issues)
  const { taken, lifted } = read.value.judged
  const value = { facts: {}, counting: new Set(taken.map(keyOf)), lifted: new Set(lifted.map(keyOf)) }
  return { ok: true, value, warnings: [] }
}
