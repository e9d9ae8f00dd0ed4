import type { Form, FormatName } from '../formats.ts'

/** A register that is known: how it is written, and which column says what. */
export interface Profile {
  /** `cz-mfcr`: the country, then the office. */
  id: string
  /** The register and who keeps it. */
  title: string
  format: FormatName
  /** Where its bytes do not say it themselves. */
  encoding?: string
  /** A text in its first lines, and in no other list's. */
  sign?: RegExp
  form?: Form
}
