import { failed, type Result } from '../order/issue.ts'
import { readOffer } from './documents.ts'
import { updateFrom } from './read-feed.ts'
import { digestOf } from './tuf/bytes.ts'
import { limits } from './tuf/metadata.ts'
import type { Repository } from './tuf/repository.ts'
import { findAllTargets } from './tuf/search.ts'

/** A feed as it is shown to somebody who may follow it: nothing of it is kept, and no document is fetched. */
export interface FeedPreview {
  /** SHA-256 of the root, hexadecimal: to be compared with what the publisher gives by another way. */
  root: string
  /** Epoch ms until which its present state is good. */
  expires: number
  orders: { id: string; version: number }[]
}

/** The SHA-256 of the first root that lies at an address: who has no other way to know it can compare it. */
export async function firstRoot({ get }: Pick<Repository, 'get'>): Promise<Result<string>> {
  const path = 'metadata/1.root.json'
  const got = await get(path, limits.root)
  if (!got.ok) return got
  if (!got.value)
    return failed([{ code: 'feed-missing', path, message: 'is not there: check the address of the feed' }])
  return { ok: true, value: await digestOf(got.value), warnings: [] }
}

/** Verifies a feed's metadata, and says what it offers. */
export async function previewFeed(get: Repository['get'], root: string, now: number): Promise<Result<FeedPreview>> {
  const repository: Repository = { get, kept: new Map(), now }
  const updated = await updateFrom(repository, root)
  if (!updated.ok) return updated
  const { targets } = await findAllTargets(repository, updated.value)
  const offers = await Promise.all([...targets].map(([path, target]) => readOffer(path, target)))
  const orders = offers.flatMap((offer) => (offer.ok && offer.value ? [offer.value] : []))
  return {
    ok: true,
    value: {
      root,
      expires: updated.value.timestamp.expires,
      orders: orders.map(({ id, version }) => ({ id, version })),
    },
    warnings: updated.warnings,
  }
}
