/** One thing that a file lists, as it stands there. */
export interface Entry {
  /** From 1. */
  line: number
  /** `dpstream.tv`, `https://a.tv/films`, `192.0.2.0/24`; not yet judged. */
  value: string
  /** The name alone, not those below it. */
  alone?: boolean
  /** Found in a sentence: it may be anything there, the court's own site included. */
  inProse?: boolean
  /** The kind of line that names nothing to block: `exception`, `cosmetic rule`. */
  other?: string
  /** Since when it is listed, as the file writes the day. */
  added?: string
  /** Since when it is listed no more. */
  lifted?: string
  /** The office or court that listed it. */
  authority?: string
  /** The decision or the row by which it is known. */
  docket?: string
}

/** Receives what a format reads. */
export interface Sink {
  entry(entry: Entry): void
  /** Counts what is no entry of the list: `blank line`, `comment`. */
  ignore(what: string, count?: number): void
}
