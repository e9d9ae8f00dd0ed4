/**
 * The clock of a computer whose clock was set back: an order that it would end, or un-begin, goes on as it was, so that neither
 * a flat battery nor a person who sets the clock lifts a block.
 */
export interface ClockBehind {
  /** The latest time that was seen, epoch ms. */
  seen: number
  /** Record keys of the orders that were applied then. */
  applied: readonly string[]
}

/** A clock is put right by minutes every day; by more than this (milliseconds), it was set back. */
const everyday = 60 * 60 * 1000

/** Whether a clock that says `now` (epoch ms) was set back since `seen`. */
export function isBehind(seen: number, now: number): boolean {
  return now < seen - everyday
}

/** The time (epoch ms) as of which an order is judged: it was applied then, or the clock is right. */
export function instantFor(key: string, behind: ClockBehind | undefined, now: number): number {
  return behind?.applied.includes(key) ? behind.seen : now
}
