import { targetsIn } from '../../src/names/chunks.ts'
import type { OrderRecord } from '../../src/standing/record.ts'
import { sharedEffects } from '../../src/order/targets/effects.ts'
import type { PlacedTarget } from '../../src/order/targets/placed.ts'
import type { Database } from '../store/database.ts'
import { keysBeginningWith } from '../store/key-range.ts'

/** Targets that need not be read, by the keys of their records. */
export type AtHand = ReadonlyMap<string, PlacedTarget[]>

export type TargetReader = (record: OrderRecord) => Promise<Iterable<PlacedTarget>>

/**
 * Reads each order's targets once, however often they are asked for, and none that are at hand: with a million it takes
 * long.
 */
export function targetReader(db: Database, atHand: AtHand): TargetReader {
  const reading = new Map<string, Promise<PlacedTarget[]>>()
  return async (record) => {
    const targets = atHand.get(record.key)
    if (targets) return targets
    const started = reading.get(record.key) ?? targetsOf(db, record)
    reading.set(record.key, started)
    return started
  }
}

/** An order's targets as it was kept, in the order in which their entries count them. */
async function targetsOf(db: Database, record: OrderRecord): Promise<PlacedTarget[]> {
  const chunks = await db.getAll('targets', keysBeginningWith(record.key))
  const effects = sharedEffects(record.order)
  const targets: PlacedTarget[] = []
  for (const chunk of chunks) for (const target of targetsIn(chunk, effects)) targets.push(target)
  return targets
}
