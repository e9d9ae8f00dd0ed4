import type { Issue, Result } from '../../order/issue.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import type { Order } from '../../order/order.ts'
import type { OfferedDocument } from '../documents.ts'
import { readFeed, type FeedRequest } from '../read-feed.ts'
import type { Trusted } from '../tuf/update.ts'
import type { ReadSite } from './site.ts'

/** A feed as a browser that meets it for the first time would read it. */
export interface CheckedFeed {
  trusted: Trusted
  orders: { offer: OfferedDocument; order: Order }[]
  /** Issues of single documents, and of roles that others sign for: the rest can be read. */
  issues: Issue[]
}

/** Reads all of a feed, each order, too. */
export async function checkFeed(request: FeedRequest): Promise<Result<CheckedFeed>> {
  const read = await readFeed(request)
  if (!read.ok) return read
  const { trusted, documents, issues } = read.value
  const orders: CheckedFeed['orders'] = []
  for (const { offer, text } of documents) {
    const { path } = offer
    const parsed = parseOrderText(text!)
    if (!parsed.ok) issues.push(...parsed.issues.map((issue) => at(path, issue)))
    else if (parsed.value.id === offer.id && parsed.value.version === offer.version)
      orders.push({ offer, order: parsed.value })
    else issues.push({ code: 'feed-mismatch', path, message: otherOrder(parsed.value) })
  }
  return { ok: true, value: { trusted, orders, issues }, warnings: read.warnings }
}

function otherOrder({ id, version }: Order): string {
  return `holds version ${version} of "${id}", which is not what its target says`
}

/** The request of a new reader of a site's files. */
export function newReader(read: ReadSite, pin: string, now: number): FeedRequest {
  return {
    sources: [async (path) => ({ ok: true, value: await read(path), warnings: [] })],
    pin,
    kept: new Map(),
    now,
  }
}

function at(path: string, issue: Issue): Issue {
  return { ...issue, path: issue.path === '' ? path : `${path}: ${issue.path}` }
}
