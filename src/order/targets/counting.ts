import type { Effects } from './effects.ts'
import { countsIn } from './periods.ts'
import type { PlacedTarget } from './placed.ts'
import { valueOf } from './target.ts'

/** Whether a single entry counts at `now` (epoch ms): added by then, and not lifted. */
export function counts({ periods }: Pick<PlacedTarget, 'periods'>, now: number): boolean {
  return countsIn(periods, now)
}

/**
 * The targets that a measure blocks, or removes from results, and that count at `now` (epoch ms).
 *
 * @param held values of those that wait for an acknowledgement
 */
export function* countingTargets(
  targets: Iterable<PlacedTarget>,
  effect: keyof Effects,
  now: number,
  held: readonly { value: string }[] = [],
): Generator<PlacedTarget['target']> {
  const waiting = new Set(held.map(({ value }) => value))
  for (const placed of targets) {
    if (!placed.effects[effect] || !counts(placed, now)) continue
    if (waiting.size === 0 || !waiting.has(valueOf(placed.target))) yield placed.target
  }
}
