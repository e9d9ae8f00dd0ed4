import remedies from './general-remedies.json' with { type: 'json' }
import type { LocalText } from './local-text.ts'

/** A remedy that a country gives whatever an order says. */
export interface GeneralRemedy {
  /** In the country's language first. */
  text: LocalText
  /** Where that was read. */
  source: string
  /** ISO date. */
  retrieved: string
}

/**
 * The remedy of whoever meets a block, by an order that says nothing of one. Never shown without saying that it is
 * general.
 *
 * @param decider who made the order: a court, an authority, or those who agreed on it
 */
export function generalRemedy(jurisdiction: string, decider: string): GeneralRemedy | undefined {
  const country = jurisdiction.split('-')[0]!
  const remedy = Object.hasOwn(remedies, country) ? remedies[country as keyof typeof remedies] : undefined
  return remedy?.of.includes(decider) ? remedy : undefined
}
