import { compare } from '../../src/lookup/comparison.ts'
import { recordOf } from '../../src/lookup/recording.ts'
import { parseOrderText } from '../../src/order/parse.ts'
import { placed } from '../../src/order/places.ts'
import { countTargets } from '../../src/order/target-counts.ts'
import { database } from '../platform/database.ts'
import { digestOf } from '../platform/digest.ts'
import type { Checked } from '../platform/messages.ts'
import { recordsWith } from './kept-orders.ts'

/** What `text` would be if it were kept beside the orders that are, at `now` (epoch ms). */
export async function checkOrder(text: string, now: number): Promise<Checked> {
  const parsed = parseOrderText(text)
  const warnings = placed(text, parsed.warnings)
  if (!parsed.ok) return { issues: placed(text, parsed.issues), warnings }
  const digest = await digestOf(text)
  const record = recordOf(parsed.value, { provenance: 'user', choice: 'apply', digest, addedAt: now })
  const comparison = compare(record, await recordsWith(await database(), record.order.id))
  return { order: { record, counts: countTargets(parsed.value), ...comparison }, issues: [], warnings }
}
