/**
 * The word among those known that was probably meant; undefined where none is near, or where it is written rightly:
 *
 *   judgement    judgment
 *   adressees    addressees
 *   colour       undefined, among court and date
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase()
  const most = Math.min(2, Math.floor(written.length / 3))
  const [best] = known
    .map((word) => ({ word, away: distance(lower, word.toLowerCase(), most) }))
    .filter(({ away }) => away <= most)
    .toSorted((a, b) => a.away - b.away)
  return best?.word
}

/** Letters to change, add, leave out or swap; more than `most` is not counted to the end. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    ;[before, row] = [row, next]
  }
  return row[b.length]!
}
