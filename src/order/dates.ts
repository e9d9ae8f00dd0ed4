import type { LocalText } from './local-text.ts'

/**
 * A day as well as the document knows it, in EDTF (ISO 8601-2): `2014-01-15`, `2014-01`, `2014`, each with `~` for about,
 * `?` for not sure, `%` for both; or an instant with its offset, `2024-08-30T14:05-03:00`.
 */
export type EventDate = string

/** ISO 8601, from minutes to years; or days from Monday to Friday, whatever the country's holidays. */
export type Duration = string | { workingDays: number }

/** An end that no day says: an event, or a condition, in words. */
export interface Ending {
  event?: LocalText
  condition?: LocalText
  /** When the event is, where that is known by now. */
  date?: EventDate
  /** ISO date by which somebody should look whether it has come. */
  review?: string
}
