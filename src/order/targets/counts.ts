import type { Order } from '../order.ts'
import { placedTargets } from './placed.ts'
import { targetKind } from './target.ts'

/** Counts an order's targets of each kind, over all the time that it lasts. */
export interface TargetCounts {
  /** Names that a measure blocks, each with the names below it. */
  domains: number
  /** Names that a measure blocks alone. */
  hosts: number
  /** Prefixes that a measure blocks. */
  urls: number
  /** Addresses by number, and pages on them: shown, never enforced. */
  ips: number
  /** Names, hosts and prefixes that a measure on search results covers. */
  delisted: number
}

export function countTargets(order: Order): TargetCounts {
  const counts: TargetCounts = { domains: 0, hosts: 0, urls: 0, ips: 0, delisted: 0 }
  for (const { target, effects } of placedTargets(order)) {
    const kind = targetKind(target)
    if (kind === 'ip') {
      counts.ips++
      continue
    }
    if (effects.delist) counts.delisted++
    if (effects.block) counts[`${kind}s`]++
  }
  return counts
}
