/**
 * The delta that leads from one text to another (see `src/feed/delta.ts`). Lines that stand once in both are matched, as far
 * as their order allows; what lies between two matches is replaced. For sorted lists that is nearly the shortest, whatever
 * their length: a million lines take a second.
 */
export function makeDelta(old: string, text: string): string {
  const [before, after] = [linesOf(old), linesOf(text)]
  const commands: string[] = []
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  const most = Math.min(before.length, after.length) - start
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const end: [number, number] = [before.length - tail, after.length - tail]
  const pairs = commonPairs(before, start, end[0], placesOnce(after, start, end[1]))
  let [at, to] = [start, start]
  for (const [nextAt, nextTo] of [...longestGrowing(pairs), end]) {
    if (nextAt > at) commands.push(`d${at + 1} ${nextAt - at}\n`)
    if (nextTo > to) commands.push(`a${nextAt} ${nextTo - to}\n`, ...after.slice(to, nextTo))
    at = nextAt + 1
    to = nextTo + 1
  }
  return commands.join('')
}

/** Each with the line's end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function commonPairs(
  before: readonly string[],
  start: number,
  end: number,
  places: ReadonlyMap<string, number>,
): [number, number][] {
  const pairs: [number, number][] = []
  for (const [line, at] of placesOnce(before, start, end)) {
    const to = places.get(line)
    if (to !== undefined) pairs.push([at, to])
  }
  return pairs
}

/** Lines that stand once, with their places, in the text's order. */
function placesOnce(lines: readonly string[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let at = start; at < end; at++) {
    const line = lines[at]!
    if (places.has(line)) repeated.add(line)
    else places.set(line, at)
  }
  for (const line of repeated) places.delete(line)
  return places
}

/** The longest selection of pairs, sorted by their first place, whose second grows, too (patience sorting). */
function longestGrowing(pairs: readonly [number, number][]): [number, number][] {
  /** The pair with the smallest second place that ends a selection of each length. */
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(([, to], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < to) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const selection: [number, number][] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) selection.push(pairs[index]!)
  return selection.toReversed()
}
