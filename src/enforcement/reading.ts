import { chunksOf } from '../names/chunks.ts'
import { once } from '../once.ts'
import type { Issue } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import zones from '../order/reading/zones.json' with { type: 'json' }
import complete from '../order/reading/complete.json' with { type: 'json' }
import { parseOrderText, readOrder } from '../order/reading/parse.ts'
import { parseUsable } from '../order/reading/parse-usable.ts'
import { Report } from '../order/reading/reader.ts'
import { protectedShape } from '../order/protected/protected.ts'
import { sharedEffects } from '../order/targets/effects.ts'
import { placedTargets } from '../order/targets/placed.ts'
import { orderIdOf, recordOf, type OrderRecord } from '../standing/record.ts'

/** A document with every key of the format, and what it is under other terms, one of them in the court's default time zone. */
const examples: readonly object[] = [
  complete,
  { ...complete, timeZone: undefined, decisions: complete.decisions.slice(0, 2), term: { until: '2020-03-29' } },
  { ...complete, term: { openEnded: true } },
  {
    ...complete,
    decisions: [...complete.decisions, { ...complete.decisions[0]!, effect: 'suspends', date: '2021-03-28' }],
  },
]

/** A document without any text: what is wrong with it tells what each value may be. */
const emptied = JSON.stringify(complete, (_, value: unknown) => (typeof value === 'string' ? '' : value))

/** Gathers the keys that the readers know, given or not. */
class KnownKeys extends Report {
  readonly known: string[] = []

  override object(path: string, keys: object): void {
    this.known.push(path, ...Object.keys(keys))
  }
}

/**
 * A signature of the code that reads documents: the keys and values that it knows, and what is kept of examples. It changes whenever
 * parser, calendar or schedule read them otherwise. Orders are kept as they were read: without it no later version's
 * reading would reach them.
 */
export const readingSignature = once((): string => {
  const report = new KnownKeys()
  readOrder(complete, report)
  const parts = [report.known, parseOrderText(emptied), zones, protectedShape()]
  return JSON.stringify([...parts, ...examples.map(keptOf)])
})

function keptOf(document: object): unknown {
  const parsed = parseOrderText(JSON.stringify(document))
  if (!parsed.ok) return parsed
  const record = recordOf(parsed.value, { provenance: 'user', choice: 'apply', digest: '', addedAt: 0 })
  return [record, parsed.warnings, ...chunksOf(placedTargets(parsed.value), sharedEffects(parsed.value))]
}

/**
 * The order that this version reads in the text of a kept one; or, where it can read none, why that stays as it was
 * read.
 */
export function readAgain({ key, order: { id } }: OrderRecord, text: string | undefined): Order | Issue {
  if (text === undefined) return stays(id, 'its text was not kept')
  const parsed = parseUsable(text)
  if (!parsed.ok) return stays(id, parsed.issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; '))
  return orderIdOf(key) === parsed.value.id ? parsed.value : stays(id, `its id is now ${parsed.value.id}`)
}

function stays(id: string, reason: string): Issue {
  const message = `stays in force as an earlier version read it, for this version cannot read it: ${reason}`
  return { code: 'order-stays', path: id, message }
}
