/**
 * A delta is what `diff -n OLD NEW` prints, which is RCS's form: commands on the old text's lines, counted from 1.
 *
 *   d3 2     the third line and the next one go
 *   a5 1     behind the fifth line comes the one that follows here
 */

/**
 * The new text. Whether it is the right one is for its digest to say.
 *
 * @returns undefined where the delta is none, or does not fit the old text
 */
export function applyDelta(old: string, delta: string): string | undefined {
  const parts: string[] = []
  const reader = new Lines(old)
  const commands = new Lines(delta)
  while (!commands.atEnd) {
    const [, kind, from, count] = /^([ad])(\d+) (\d+)\n$/.exec(commands.take(1)) ?? []
    if (kind === undefined) return undefined
    const before = Number(from) - (kind === 'd' ? 1 : 0)
    if (before < reader.line) return undefined
    parts.push(reader.take(before - reader.line))
    if (reader.line !== before) return undefined
    const source = kind === 'd' ? reader : commands
    const start = source.line
    const taken = source.take(Number(count))
    if (source.line - start !== Number(count)) return undefined
    if (kind === 'a') parts.push(taken)
  }
  parts.push(reader.rest())
  return parts.join('')
}

/** A text that is read a number of lines at a time: split into a million lines it would take ten times its size. */
class Lines {
  #at = 0
  /** Lines that were taken. */
  line = 0

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.#at >= this.text.length
  }

  /** The next lines, or those that are left. */
  take(count: number): string {
    const start = this.#at
    for (let taken = 0; taken < count && !this.atEnd; taken++) {
      const end = this.text.indexOf('\n', this.#at)
      this.#at = end < 0 ? this.text.length : end + 1
      this.line++
    }
    return this.text.slice(start, this.#at)
  }

  rest(): string {
    return this.text.slice(this.#at)
  }
}
