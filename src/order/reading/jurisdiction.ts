import zones from './zones.json' with { type: 'json' }
import type { Report } from './reader.ts'

const one = new Map(Object.entries(zones.one))
const capital = new Map(Object.entries(zones.capital))
const several = new Set(zones.several)

/**
 * The IANA time zone of a court's days, where the document names none: the country's only one, or its capital's, which is
 * said. Never another one without a word.
 *
 *   FR      Europe/Paris
 *   ES      Europe/Madrid, with a warning: the Canaries have another
 *   US-CA   undefined, with an issue: the country has several
 */
export function timeZoneOf(jurisdiction: string, report: Report): string | undefined {
  const country = jurisdiction.split('-')[0]!
  const zone = one.get(country)
  if (zone !== undefined) return zone
  const assumed = capital.get(country)
  if (assumed === undefined) {
    const why = several.has(country) ? `${country} has several` : `none is known for ${country}`
    return report.issue(
      'time-zone-needed',
      'timeZone',
      `is required: ${why}. Write the court’s, as in "America/Sao_Paulo"`,
    )
  }
  report.warning(
    'time-zone-assumed',
    'timeZone',
    `is taken to be ${assumed}: ${country} has others too, so write the court’s`,
  )
  return assumed
}
