/** The class of an entry: whether it was taken, or why not. */
export type EntryClass = (typeof entryClasses)[number]

export const entryClasses = ['taken', 'duplicate', 'covered', 'lifted', 'refused', 'held', 'other'] as const

/** An entry that was not taken, and why. */
export interface Item {
  /** The file in which it stands, where there are several. */
  file?: string
  /** From 1. */
  line: number
  /** As the file writes it, cut where it is long. */
  value: string
  class: Exclude<EntryClass, 'taken'>
  /** Stable, for programs: `host-public-suffix`, `in-order`. */
  code: string
  /** Values that the reason names: a host, a day. */
  parts?: string[]
  /** English, for people: what is wrong, and what to do where something can be done. */
  reason: string
}

/** Why an entry was not taken. */
export type Why = Pick<Item, 'code' | 'parts' | 'reason'>

export type Counts = Record<EntryClass, number>

/** A value as it can be shown in one line. */
export function shown(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown - 1)}…` : value
}

const longestShown = 200
