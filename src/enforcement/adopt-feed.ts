import type { FeedDocument, HeldChange } from '../feed/feed-state.ts'
import { judgeChange, type Change } from '../feed/held.ts'
import type { FeedReading } from '../feed/read-feed.ts'
import type { Issue } from '../order/issue.ts'
import type { Order, Target } from '../order/order.ts'
import { protectedHit } from '../order/protected/protected.ts'
import type { OrderWithText } from '../order/reading/parse-all.ts'
import { parseUsable } from '../order/reading/parse-usable.ts'
import { placedTargets } from '../order/targets/placed.ts'
import { nameOf, valueOf } from '../order/targets/target.ts'
import type { Settings } from '../policy/settings.ts'
import type { OrderRecord } from '../standing/record.ts'

/** A feed as it is here before an update. */
export interface FeedBefore {
  documents: readonly FeedDocument[]
  /** The feed's orders, by id. */
  records: ReadonlyMap<string, OrderRecord>
  targets(record: OrderRecord): Promise<Iterable<{ target: Target }>>
  /** The text of a document that is held. */
  heldText(id: string): Promise<string | undefined>
  settings: Pick<Settings, 'acknowledge' | 'acceptUpdates'>
}

export interface FeedAdoption {
  documents: FeedDocument[]
  /** Orders to be kept. */
  arrivals: OrderWithText[]
  /** Texts that are held, by the order's id. */
  held: Map<string, string>
  /** Orders that the feed no longer gives. */
  dropped: OrderRecord[]
}

/**
 * Computes what a feed's new state makes of its orders. What is wrong with one document, or is held, leaves what was in
 * force, and the others.
 */
export async function adoptFeed(reading: FeedReading, before: FeedBefore): Promise<FeedAdoption> {
  const adoption: FeedAdoption = { documents: [], arrivals: [], held: new Map(), dropped: [] }
  const paths = new Set(reading.documents.map(({ offer }) => offer.path))
  for (const one of before.documents)
    if (!paths.has(one.path) && (await reading.mayOffer(one.path))) adoption.documents.push(one)
  for (const one of reading.documents) await adopt(one, before, adoption)
  const ids = new Set(adoption.documents.map(({ id }) => id))
  adoption.dropped = [...before.records.values()].filter(({ order }) => !ids.has(order.id))
  return adoption
}

async function adopt(
  { offer, text }: FeedReading['documents'][number],
  before: FeedBefore,
  adoption: FeedAdoption,
): Promise<void> {
  const { path, id, version, digest } = offer
  const document = { path, id, version, digest }
  const other = adoption.documents.find((one) => one.id === id)
  if (other) return refuse(taken(path, id, other.path))
  const last = before.documents.find((one) => one.path === path)
  // Somebody may have acknowledged what it is held for.
  const held = text === undefined && last?.standing === 'held' ? await before.heldText(id) : undefined
  const known = text ?? held
  if (known === undefined) return void (last && adoption.documents.push(last))
  const parsed = parseUsable(known)
  if (!parsed.ok) return refuse(...parsed.issues.map((issue) => ({ ...issue, path: `${path}: ${issue.path}` })))
  const order = parsed.value
  if (order.id !== id || order.version !== version) return refuse(another(path, order))
  const record = before.records.get(id)
  if (record?.digest === digest) return void adoption.documents.push({ ...document, standing: 'kept', issues: [] })
  if (record && version <= record.order.version) return refuse(older(path, version, record))
  const change = await changeOf(order, record, before)
  const isAccepted = before.settings.acceptUpdates.some((one) => one.order === id && one.version === version)
  if (change.held.length > 0 && !isAccepted) {
    adoption.held.set(id, known)
    adoption.documents.push({ ...document, standing: 'held', issues: change.held, change: firstOf(change) })
  } else {
    adoption.arrivals.push({ order, text: known })
    adoption.documents.push({ ...document, standing: 'kept', issues: [] })
  }

  function refuse(...issues: Issue[]): void {
    adoption.documents.push({ ...document, standing: 'refused', issues })
  }
}

/**
 * A name that many people need is held by itself, whoever lists it, until somebody acknowledges it. A document may do so
 * itself: then the update that brings it is held, for a feed's key may be in wrong hands.
 */
async function changeOf(order: Order, record: OrderRecord | undefined, before: FeedBefore): Promise<Change> {
  const { targets, settings } = before
  const known = record && [...(await targets(record))].map(({ target }) => valueOf(target))
  const now = [...placedTargets(order)].map(({ target }) => target)
  const acknowledged = new Set(order.ack)
  for (const one of settings.acknowledge) if (one.order === order.id) acknowledged.delete(one.host)
  const needed = acknowledged.size === 0 ? [] : now.filter((target) => acknowledged.has(nameOf(target) ?? ''))
  const isProtected = new Set(needed.filter((target) => protectedHit(target)).map(valueOf))
  return judgeChange(known, now.map(valueOf), (entry) => isProtected.has(entry))
}

/** A person looks at the first of a change, not at a million names. */
const mostShown = 1000

function firstOf({ added, removed }: Change): HeldChange {
  return {
    added: added.length,
    removed: removed.length,
    addedFirst: added.slice(0, mostShown),
    removedFirst: removed.slice(0, mostShown),
  }
}

function taken(path: string, id: string, other: string): Issue {
  return {
    code: 'feed-id-taken',
    path,
    message: `has the id "${id}" as ${other} has: the feed's publisher must change one`,
  }
}

function another(path: string, { id, version }: Order): Issue {
  const message = `is signed as another order or version than the document says, which is version ${version} of "${id}"`
  return { code: 'feed-mismatch', path, message }
}

function older(path: string, version: number, { order }: OrderRecord): Issue {
  const message = `is version ${version}, and another text of version ${order.version} is here: versions grow with each change`
  return { code: 'feed-rollback', path, message }
}
