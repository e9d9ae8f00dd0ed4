import type { Effects } from '../order/targets/effects.ts'
import type { Target } from '../order/order.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'

/** Targets a chunk: about 20 kB of text. */
export const targetsPerChunk = 1000

/**
 * An order's targets as they are kept: JSON texts of `targetsPerChunk` each, in `placedTargets`' order. A plain name
 * that every measure of the order covers for as long as the order lasts, as nearly all are, stays a plain string.
 */
export function* chunksOf(targets: Iterable<PlacedTarget>, shared: Effects): Generator<string> {
  let chunk: (string | PlacedTarget)[] = []
  for (const placed of targets) {
    chunk.push(isPlain(placed, shared) ? (placed.target as string) : placed)
    if (chunk.length === targetsPerChunk) {
      yield JSON.stringify(chunk)
      chunk = []
    }
  }
  if (chunk.length > 0) yield JSON.stringify(chunk)
}

/** The targets of one chunk; `shared` are the effects of the plain ones. */
export function* targetsIn(chunk: string, shared: Effects): Generator<PlacedTarget> {
  for (const kept of JSON.parse(chunk) as (string | PlacedTarget)[])
    yield typeof kept === 'string' ? { target: kept, effects: shared } : kept
}

/** The number of the chunk in which the target at `position` of its order lies. */
export function chunkOf(position: number): number {
  return Math.floor(position / targetsPerChunk)
}

/** The target at `position` of its order, in the chunk in which it lies. */
export function targetAt(position: number, chunk: string): Target | undefined {
  const kept = (JSON.parse(chunk) as (string | PlacedTarget)[])[position % targetsPerChunk]
  return typeof kept === 'string' ? kept : kept?.target
}

function isPlain({ target, effects, periods }: PlacedTarget, shared: Effects): boolean {
  return (
    typeof target === 'string' &&
    periods === undefined &&
    effects.block === shared.block &&
    effects.delist === shared.delist
  )
}
