import type { Effects } from './effects.ts'
import { countsIn } from './periods.ts'
import type { PlacedTarget } from './placed.ts'

/** Whether a single entry counts at `now` (epoch ms): added by then, and not lifted. */
export function counts({ periods }: Pick<PlacedTarget, 'periods'>, now: number): boolean {
  return countsIn(periods, now)
}

/** The targets that a measure blocks, or removes from results, and that count at `now` (epoch ms). */
export function* countingTargets(
  targets: Iterable<PlacedTarget>,
  effect: keyof Effects,
  now: number,
): Generator<PlacedTarget['target']> {
  for (const placed of targets) if (placed.effects[effect] && counts(placed, now)) yield placed.target
}
