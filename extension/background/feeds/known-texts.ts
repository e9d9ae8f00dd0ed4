import type { FeedState } from '../../../src/feed/feed-state.ts'
import type { KnownText } from '../../../src/feed/read-feed.ts'
import { recordKey } from '../../../src/standing/record.ts'
import type { Database } from '../../store/database.ts'
import type { KeptOrders } from '../kept-orders.ts'

/** The documents of a feed that need not be fetched again, by the target's name, and the texts to which a delta applies. */
export function knownTexts(
  db: Database,
  { root, reader, documents }: FeedState,
  { records }: KeptOrders,
  version: string,
): Map<string, KnownText> {
  const byKey = new Map(records.map((record) => [record.key, record]))
  const known = new Map<string, KnownText>()
  for (const { path, id, standing, ...document } of documents) {
    const key = recordKey('feed', id, root)
    const record = byKey.get(key)
    if (standing === 'held') known.set(path, { ...document, text: () => db.get('heldTexts', key) })
    else if (standing === 'kept' ? record?.digest === document.digest : reader === version)
      known.set(path, {
        version: record?.order.version ?? 0,
        digest: document.digest,
        text: async () => (record ? db.get('documents', key) : undefined),
      })
  }
  return known
}
