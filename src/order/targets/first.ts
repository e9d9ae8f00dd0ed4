import type { Order } from '../order.ts'
import { placedTargets } from './placed.ts'
import { targetKind, valueOf } from './target.ts'

/** The first targets of an order that a measure blocks or hides, as its document names them, each once. */
export function firstTargets(order: Order, most: number): string[] {
  const first = new Set<string>()
  for (const { target, effects } of placedTargets(order)) {
    if (first.size === most) break
    if (targetKind(target) !== 'ip' && (effects.block || effects.delist)) first.add(valueOf(target))
  }
  return [...first]
}
