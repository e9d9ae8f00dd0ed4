import { parseUsable } from '../../../src/order/reading/parse-usable.ts'
import type { HeldUpdate } from '../../../src/policy/feed-values.ts'
import { recordKey } from '../../../src/standing/record.ts'
import { database } from '../../store/database.ts'
import { feedState } from '../../store/feeds.ts'
import { readEffective } from '../../store/reader.ts'
import { reconcile } from '../reconcile.ts'

/** Lets updates of a feed's orders through that were held: those of these versions, for another may change more. */
export async function release(root: string, updates: readonly HeldUpdate[]): Promise<void> {
  const db = await database()
  const feed = (await readEffective()).feeds.find((one) => one.root === root)
  if (!feed) return
  await reconcile({
    async change({ kept, now }) {
      const state = await feedState(db, feed)
      const isMeant = ({ standing, id, version }: (typeof state.documents)[number]) =>
        standing === 'held' && updates.some((one) => one.order === id && one.version === version)
      const held = new Map<string, string>()
      const texts: string[] = []
      for (const document of state.documents.filter(({ standing }) => standing === 'held')) {
        const text = await db.get('heldTexts', recordKey('feed', document.id, root))
        if (text !== undefined && isMeant(document)) texts.push(text)
        else if (text !== undefined) held.set(document.id, text)
      }
      const orders = texts
        .map(parseUsable)
        .flatMap((parsed, at) => (parsed.ok ? [{ order: parsed.value, text: texts[at]! }] : []))
      const ids = new Set(orders.map(({ order }) => order.id))
      const documents = state.documents.map((document) => {
        const { change: _, ...rest } = document
        return isMeant(document) && ids.has(document.id) ? { ...rest, standing: 'kept' as const, issues: [] } : document
      })
      const origin = { root, address: feed.addresses[0]!, version: state.version ?? 0 }
      await kept.change(
        {
          arrivals: orders.map((arrival) => ({ ...arrival, provenance: 'feed' as const, feed: origin })),
          feeds: [{ root, state: { ...state, documents }, held }],
        },
        now,
      )
    },
  })
}
