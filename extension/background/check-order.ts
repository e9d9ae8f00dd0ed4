import { compare } from '../../src/standing/comparison.ts'
import { here } from '../../src/standing/here.ts'
import { recordOf } from '../../src/standing/record.ts'
import { parseUsable } from '../../src/order/reading/parse-usable.ts'
import { locateIssues } from '../../src/order/reading/places.ts'
import { firstTargets } from '../../src/order/targets/first.ts'
import { countTargets } from '../../src/order/targets/counts.ts'
import { database } from '../store/database.ts'
import { ownServices } from '../platform/own-services.ts'
import { digestOf } from '../store/digest.ts'
import { readEffective } from '../store/reader.ts'
import type { Checked } from '../messages/requests.ts'
import { recordsWith } from './kept-orders.ts'

/** More would hide what comes below them; the rest is counted. */
const mostShown = 100

/** The order that `text` would be, beside those that are kept, at `now` (epoch ms). */
export async function checkOrder(text: string, now: number): Promise<Checked> {
  const parsed = parseUsable(text)
  const warnings = locateIssues(text, parsed.warnings)
  if (!parsed.ok) return { issues: locateIssues(text, parsed.issues), warnings }
  const digest = await digestOf(text)
  const given = { provenance: 'user', choice: 'apply', digest, addedAt: now } as const
  const record = recordOf(parsed.value, given, ownServices())
  const comparison = compare(record, await recordsWith(await database(), record.order.id))
  const { applied: applies } = here(record, await readEffective(), now)
  const shown = { counts: countTargets(parsed.value), first: firstTargets(parsed.value, mostShown) }
  return { order: { record, ...shown, applies, ...comparison }, issues: [], warnings }
}
