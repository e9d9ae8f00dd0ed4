import type { Effects } from '../order/targets/effects.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'
import { valueOf } from '../order/targets/target.ts'
import { targetsIn, targetsPerChunk } from './chunks.ts'
import { parseUrl } from '../parse-url.ts'

/** A target that a search found, and which of its order's it is. */
export interface FoundTarget extends PlacedTarget {
  position: number
}

/**
 * The text to look for, in the targets' own spelling: lower case, a name in another script as the URL standard writes
 * it. Empty when there is nothing to look for.
 */
export function needleOf(typed: string): string {
  const lower = typed.trim().toLowerCase()
  if (/^[\x20-\x7e]*$/.test(lower)) return lower
  return parseUrl(`http://${lower}`)?.hostname ?? lower
}

/**
 * The targets of chunk `number` that hold `needle`, as `needleOf` gives it, in any case. Most chunks hold none, and their text tells
 * that without being read as JSON: a million names are searched in the time it takes to fetch them.
 */
export function matchesIn(chunk: string, number: number, shared: Effects, needle: string): FoundTarget[] {
  if (!chunk.toLowerCase().includes(needle)) return []
  const found: FoundTarget[] = []
  let position = number * targetsPerChunk
  for (const placed of targetsIn(chunk, shared)) {
    if (valueOf(placed.target).toLowerCase().includes(needle)) found.push({ ...placed, position })
    position++
  }
  return found
}
