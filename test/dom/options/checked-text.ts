import type { Checked } from '../../../extension/messages/requests.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { locateIssues } from '../../../src/order/reading/places.ts'
import { countTargets } from '../../../src/order/targets/counts.ts'
import { firstTargets } from '../../../src/order/targets/first.ts'
import { defaults } from '../../../src/policy/settings.ts'
import { compare } from '../../../src/standing/comparison.ts'
import { here } from '../../../src/standing/here.ts'
import { recordOf, type OrderRecord } from '../../../src/standing/record.ts'
import { now } from './page.tsx'

/** As the background looks at a document, with these texts kept. */
export function checkedText(document: string, kept: readonly string[]): Checked {
  const parsed = parseOrderText(document)
  const warnings = locateIssues(document, parsed.warnings)
  if (!parsed.ok) return { issues: locateIssues(document, parsed.issues), warnings }
  const record = recordFor(document)!
  const { applied: applies } = here(record, { settings: defaults }, now)
  const shown = { counts: countTargets(parsed.value), first: firstTargets(parsed.value, 100) }
  const comparison = compare(
    record,
    kept.map((one) => recordFor(one)!),
  )
  return { order: { record, ...shown, applies, ...comparison }, issues: [], warnings }
}

function recordFor(document: string): OrderRecord | undefined {
  const parsed = parseOrderText(document)
  if (!parsed.ok) return undefined
  return recordOf(parsed.value, { provenance: 'user', choice: 'apply', digest: document, addedAt: 0 })
}
