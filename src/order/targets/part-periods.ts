import { isLive, type Schedule, type Status } from '../time/status.ts'
import type { Period } from './periods.ts'

/**
 * The times at which a part of an order counts: while both are in force, and of an ended order, for whoever applies it
 * beyond its term, while the part has ended and was not lifted. When nothing of the order is applied anyhow, what is so on
 * both sides goes on. Undefined where it always counts.
 */
export function partPeriods(part: Schedule, whole: Schedule): Period[] | undefined {
  if (part === whole) return undefined
  const periods: Period[] = []
  let before = false
  for (const { from, counts } of filled(spansOf(part, whole))) {
    if (counts === before) continue
    if (counts) periods.push(from === null ? {} : { from })
    else periods.at(-1)!.until = from!
    before = counts
  }
  const [only] = periods
  return periods.length === 1 && only!.from === undefined && only!.until === undefined ? undefined : periods
}

interface Span {
  from: number | null
  /** Undefined where it makes no difference. */
  counts: boolean | undefined
}

function spansOf(part: Schedule, whole: Schedule): Span[] {
  const instants = [...new Set([...part, ...whole].map(({ from }) => from ?? -Infinity))].toSorted((a, b) => a - b)
  let [p, w] = [0, 0]
  return instants.map((at) => {
    while (part[p + 1] && part[p + 1]!.from! <= at) p++
    while (whole[w + 1] && whole[w + 1]!.from! <= at) w++
    return { from: at === -Infinity ? null : at, counts: countsIn(part[p]!.status, whole[w]!.status) }
  })
}

function countsIn(part: Status, whole: Status): boolean | undefined {
  if (isLive(whole)) return isLive(part)
  return whole === 'ended' ? part === 'ended' : undefined
}

/** Where it makes no difference: what is so before and after; at an end of time, what is so on the one side. */
function filled(spans: readonly Span[]): { from: number | null; counts: boolean }[] {
  let next: boolean | undefined
  const after = spans.toReversed().map(({ counts }) => (next = counts ?? next))
  let last: boolean | undefined
  return spans.map(({ from, counts }, at) => {
    last = counts ?? last
    const coming = after[spans.length - 1 - at]
    return {
      from,
      counts: counts ?? (last === undefined || coming === undefined ? (last ?? coming ?? true) : last && coming),
    }
  })
}
