import type { Order } from '../order.ts'
import { placedTargets } from './placed.ts'

/** How many targets of each kind an order has, over all the time that it lasts. */
export interface TargetCounts {
  /** Names that a measure blocks, each with the names below it. */
  domains: number
  /** Prefixes that a measure blocks. */
  urls: number
  /** Addresses by number: shown, never enforced. */
  ips: number
  /** Names and prefixes that a measure on search results covers. */
  delisted: number
}

export function countTargets(order: Order): TargetCounts {
  const counts: TargetCounts = { domains: 0, urls: 0, ips: 0, delisted: 0 }
  for (const { target, effects } of placedTargets(order)) {
    if (typeof target === 'object' && 'ip' in target) {
      counts.ips++
      continue
    }
    if (effects.delist) counts.delisted++
    if (!effects.block) continue
    if (typeof target === 'object' && 'url' in target) counts.urls++
    else counts.domains++
  }
  return counts
}
