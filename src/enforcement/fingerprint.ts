import type { Capabilities } from '../rules/capabilities.ts'
import { ruleShape } from '../rules/signature.ts'
import type { OrderHere } from '../standing/here.ts'
import { contentOf, type OrderRecord } from '../standing/record.ts'

/** Everything beside the orders that rules are compiled from. */
export interface RuleContext {
  /** The address of the block page; undefined where no redirect can lead there. */
  page: string | undefined
  /** Names that stay open. */
  open: ReadonlySet<string>
  capabilities: Capabilities
}

/**
 * All that a set of rules depends on, the compiler included, as text; its digest is the rules' fingerprint. Empty where
 * nothing is applied: then there are no rules.
 */
export function fingerprintText(applied: readonly OrderHere[], { page, open, capabilities }: RuleContext): string {
  if (applied.length === 0) return ''
  const parts = applied.map(({ record, at, beyondTerm, held }) => [
    contentOf(record),
    beyondTerm,
    changesUntil(record, at),
    held.map(({ value }) => value),
  ])
  return JSON.stringify([ruleShape({ page, capabilities }), parts, [...open].toSorted()])
}

/** The number of instants reached at which single targets begin or no longer count. */
export function changesUntil({ targetChanges }: OrderRecord, now: number): number {
  return targetChanges.filter((change) => change <= now).length
}
