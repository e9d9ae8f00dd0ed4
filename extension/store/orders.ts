import { chunkOf, targetsIn, targetsPerChunk } from '../../src/names/chunks.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { matchesIn, type FoundTarget } from '../../src/names/search-targets.ts'
import { sharedEffects } from '../../src/order/targets/effects.ts'
import type { Issue } from '../../src/order/issue.ts'
import type { PlacedTarget } from '../../src/order/targets/placed.ts'
import type { RegisterEntry } from '../../src/register/entry.ts'
import { database } from './database.ts'
import { ask, type Checked, type Response } from '../messages/requests.ts'
import { checkedRecords } from '../../src/standing/check-records.ts'

/** A stretch of an order's targets, for a list of which only a part is seen. */
export async function targetsOf(record: OrderRecord, from: number, count: number): Promise<PlacedTarget[]> {
  const first = chunkOf(from)
  const chunks = await chunksOf(record, first, chunkOf(from + count - 1))
  const targets = chunks.flatMap((chunk) => [...targetsIn(chunk, sharedEffects(record.order))])
  return targets.slice(from - first * targetsPerChunk, from - first * targetsPerChunk + count)
}

/** Chunks that are read at once: about half a megabyte, a few milliseconds of work. */
const chunksAtOnce = 25

/**
 * The targets that hold `needle` (see `needleOf`), as they are found, with the share of the order that has been looked
 * through, from 0 to 1. The caller ends it by asking for no more.
 */
export async function* searchTargets(
  record: OrderRecord,
  needle: string,
): AsyncGenerator<{ found: FoundTarget[]; share: number }> {
  const chunkCount = Math.ceil(record.order.targetCount / targetsPerChunk)
  const shared = sharedEffects(record.order)
  for (let first = 0; first < chunkCount; first += chunksAtOnce) {
    const chunks = await chunksOf(record, first, first + chunksAtOnce - 1)
    const found = chunks.flatMap((chunk, at) => matchesIn(chunk, first + at, shared, needle))
    yield { found, share: Math.min(1, (first + chunksAtOnce) / chunkCount) }
  }
}

async function chunksOf({ key }: OrderRecord, first: number, last: number): Promise<string[]> {
  return (await database()).getAll('targets', IDBKeyRange.bound([key, first], [key, last]))
}

/** The text that an order was read from, to the letter; undefined where an earlier version did not keep it. */
export async function documentOf({ key }: OrderRecord): Promise<string | undefined> {
  return (await database()).get('documents', key)
}

/** Orders that were removed since the browser started, and can be put back. */
export async function removedOrders(): Promise<OrderRecord[]> {
  return checkedRecords(await (await database()).getAll('removed'))
}

/** Oldest first. */
export async function register(): Promise<RegisterEntry[]> {
  return (await database()).getAll('register')
}

/** A document as it would be if it were kept. */
export async function checkOrder(text: string): Promise<Checked> {
  return ask('orders/check', { text })
}

/** Characters that are sent at once. Chromium takes messages of up to 64 MiB, in which each quotation mark is two. */
const mostSent = 24 * 1024 * 1024

/**
 * Keeps and enforces the orders of these texts, all of them or none; those that are too many for one message, in several
 * goes, until one is refused.
 */
export async function importOrders(texts: readonly string[]): Promise<Response<'orders/import'>> {
  const ids: string[] = []
  let refused: Issue[] = []
  const warnings: Issue[] = []
  for (const batch of batchesOf(texts)) {
    const result = await ask('orders/import', { texts: batch })
    if (!result.ok) return result
    ids.push(...result.value.ids)
    refused = result.value.refused
    warnings.push(...result.warnings)
  }
  return { ok: true, value: { ids, refused }, warnings }
}

function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = []
  let room = 0
  for (const text of texts) {
    if (batches.length === 0 || text.length > room) {
      batches.push([])
      room = mostSent
    }
    batches.at(-1)!.push(text)
    room -= text.length
  }
  return batches
}

export async function removeOrder(key: string): Promise<void> {
  await ask('orders/remove', { key })
}

/** Undoes a removal. */
export async function restoreOrder(key: string): Promise<void> {
  await ask('orders/restore', { key })
}
