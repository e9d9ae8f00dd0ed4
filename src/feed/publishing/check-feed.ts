import { failed, type Issue, type Result } from '../../order/issue.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import type { Order } from '../../order/order.ts'
import { fetchDocument, readOffer, type OfferedDocument } from '../documents.ts'
import type { Target } from '../tuf/metadata.ts'
import type { Repository } from '../tuf/repository.ts'
import { findAllTargets } from '../tuf/search.ts'
import { trustRoot } from '../tuf/trust-root.ts'
import { update, type Trusted } from '../tuf/update.ts'
import type { ReadSite } from './site.ts'

/** A feed as a browser that meets it for the first time would read it. */
export interface CheckedFeed {
  trusted: Trusted
  orders: { offer: OfferedDocument; order: Order }[]
  /** What is wrong with roles that others sign for, one authority's expired targets say: the rest can be read. */
  unknown: Issue[]
}

/** The whole feed behind a reader of files. */
export function checkFeed(read: ReadSite, pin: string, now: number): Promise<Result<CheckedFeed>> {
  return checkRepository(
    { get: async (path) => ({ ok: true, value: await read(path), warnings: [] }), kept: new Map(), now },
    pin,
  )
}

/** Everything that is wrong with a feed for a new reader. */
export async function checkRepository(repository: Repository, pin: string): Promise<Result<CheckedFeed>> {
  const root = await trustRoot(repository, pin)
  if (!root.ok) return root
  const updated = await update(repository)
  if (!updated.ok) return updated
  const trusted = updated.value
  const offered = await findAllTargets(repository, trusted)
  const issues: Issue[] = []
  const unknown = offered.unknown.map(({ issue }) => issue)
  const orders: CheckedFeed['orders'] = []
  for (const [path, target] of offered.targets) {
    const checked = await checkDocument(repository, trusted, path, target)
    if (!checked.ok) issues.push(...checked.issues)
    else if (checked.value) orders.push(checked.value)
  }
  return issues.length > 0
    ? failed(issues, updated.warnings)
    : { ok: true, value: { trusted, orders, unknown }, warnings: updated.warnings }
}

async function checkDocument(
  repository: Repository,
  trusted: Trusted,
  path: string,
  target: Target,
): Promise<Result<CheckedFeed['orders'][number] | undefined>> {
  const offer = await readOffer(path, target)
  if (!offer.ok) return offer
  if (!offer.value) return { ok: true, value: undefined, warnings: [] }
  const text = await fetchDocument(repository, trusted, offer.value)
  if (!text.ok) return text
  const parsed = parseOrderText(text.value)
  if (!parsed.ok) return failed(parsed.issues.map((issue) => at(path, issue)))
  const { id, version } = parsed.value
  if (id !== offer.value.id || version !== offer.value.version)
    return failed([
      { code: 'feed-mismatch', path, message: `holds version ${version} of "${id}", which is not what it says` },
    ])
  return { ok: true, value: { offer: offer.value, order: parsed.value }, warnings: [] }
}

function at(path: string, issue: Issue): Issue {
  return { ...issue, path: issue.path === '' ? path : `${path}: ${issue.path}` }
}
