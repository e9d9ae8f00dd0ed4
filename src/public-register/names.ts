import { countingTargets } from '../order/targets/counting.ts'
import { targetKind, valueOf } from '../order/targets/target.ts'
import type { PublishedOrder } from './published-order.ts'

/** The names that an order blocks at `now` (epoch ms), one a line: a list that every program takes. */
export function nameList({ targets, record }: PublishedOrder, now: number): string {
  const names = new Set<string>()
  for (const target of countingTargets(targets, 'block', now, record.held))
    if (targetKind(target) !== 'ip') names.add(valueOf(target))
  return [...names].map((name) => `${name}\n`).join('')
}
