import { asked as understand } from '../../src/lookup/asked.ts'
import type { Explanation } from '../../src/lookup/explain.ts'
import type { OrderRecord } from '../../src/lookup/record.ts'
import { explanationOf, lookUp } from './explaining.ts'
import { onShelf, type Shelf } from './shelf.ts'
import { inForce, nothingHeld, type InForce } from './storage.ts'
import { nothingEnforced, type Enforced } from './stored.ts'

/** How things stand for one address, and for Writ as a whole: what block page and popup are made of. */
export interface Standing {
  /** Undefined for an address that is not of the web. */
  explanation?: Explanation
  enforced: Enforced
  inForce: InForce
  /** How many orders are kept. */
  orders: number
  /** Orders that the browser's limits keep from being enforced in full. */
  limited: OrderRecord[]
  /** Epoch ms at which all this holds. */
  now: number
}

/** Milliseconds after which a page says that the store does not answer: a large order may just be written to it. */
export const patience = 700

/** Rejects when the store cannot be read. */
export async function standingOf(url: string, now = Date.now()): Promise<Standing> {
  const asked = understand(url)
  const reading = onShelf(async (shelf) => {
    const [found, enforced, orders] = await Promise.all([
      asked && lookUp(shelf, asked),
      shelf.enforced(),
      shelf.count(),
    ])
    return { found, enforced: enforced ?? nothingEnforced, orders, limited: await limitedBy(shelf, enforced) }
  })
  const [{ found, ...stored }, held] = await Promise.all([reading, inForce.get()])
  const holds = held ?? nothingHeld
  return { ...stored, inForce: holds, now, ...(found ? { explanation: explanationOf(found, holds, now) } : {}) }
}

async function limitedBy(shelf: Shelf, { limitations, orders }: Enforced = nothingEnforced): Promise<OrderRecord[]> {
  const limited = new Set(limitations.map(({ path }) => path))
  if (limited.size === 0) return []
  // What no order alone is the cause of concerns them all.
  const concerned = limited.has('') ? orders : orders.filter(({ id }) => limited.has(id))
  const records = await shelf.records(concerned.map(({ key }) => key))
  return [...records.values()]
}
