import fc, { type Arbitrary } from 'fast-check'
import { expect } from 'vitest'
import { seed, share } from '../../deep/share.ts'
import failed from '../../fixtures/fuzz-seeds.json' with { type: 'json' }

/** What became of each input, by name: the least part of all inputs that has to end so, lest nothing was tried. */
type Floors = Record<string, number>

/**
 * Draws inputs by this run's seed, and by each seed that ever failed, the latter whole. `judge` throws where the product is
 * wrong, and says what became of the input.
 *
 * @param whole inputs of a whole run; `npm test` draws a tenth
 * @returns the figures, for a test's `annotate`
 */
export function fuzz<Input>(inputs: Arbitrary<Input>, whole: number, floors: Floors, judge: (input: Input) => string) {
  const counts: Record<string, number> = {}
  let drawn = 0
  const draw = (by: number, numRuns: number) =>
    fc.assert(
      fc.property(inputs, (input) => {
        const outcome = judge(input)
        counts[outcome] = (counts[outcome] ?? 0) + 1
        drawn++
      }),
      { seed: by, numRuns },
    )
  draw(seed, share(whole))
  for (const one of failed as number[]) draw(one, whole)
  for (const [outcome, floor] of Object.entries(floors))
    expect(counts[outcome] ?? 0, `inputs that were ${outcome}`).toBeGreaterThan(drawn * floor)
  return Object.entries(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ')
}
