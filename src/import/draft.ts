/** Facts of a decision, in the order in which a person is asked for them. */
export const factNames = [
  'title',
  'id',
  'language',
  'jurisdiction',
  'timeZone',
  'court',
  'kind',
  'date',
  'docket',
  'basis',
  'applicant',
  'addressee',
  'source',
  'until',
] as const

export type FactName = (typeof factNames)[number]

/** The facts that a person knows of a decision; empty or absent where it is not known. */
export type Facts = Partial<Record<FactName, string>>

/** The order's document, with what is known alone: whatever has to be there and is not is missing in it, too. */
export function draftOf(facts: Facts, targets: readonly unknown[]): Record<string, unknown> {
  const known = Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== '')) as Facts
  const { id, title, language, jurisdiction, timeZone, court, kind, date, docket } = known
  const { basis, applicant, addressee, source, until } = known
  return {
    format: 'writ-order/1',
    id,
    version: 1,
    language,
    title,
    jurisdiction,
    ...(timeZone === undefined ? {} : { timeZone }),
    decisions: [{ effect: 'orders', kind, court, date, ...(docket === undefined ? {} : { docket }) }],
    legalBasis: basis === undefined ? [] : [{ citation: basis }],
    ...(applicant === undefined ? {} : { applicants: [applicant] }),
    measures: [{ kind: 'block', addressees: addressee === undefined ? [] : [addressee] }],
    targets,
    term: until === undefined ? { openEnded: true } : { until },
    sources: [{ url: source }],
  }
}

/** Where a draft's document has each fact. */
const paths: Readonly<Record<FactName, string>> = {
  title: 'title',
  id: 'id',
  language: 'language',
  jurisdiction: 'jurisdiction',
  timeZone: 'timeZone',
  court: 'decisions[0].court',
  kind: 'decisions[0].kind',
  date: 'decisions[0].date',
  docket: 'decisions[0].docket',
  basis: 'legalBasis[0].citation',
  applicant: 'applicants[0]',
  addressee: 'measures[0].addressees[0]',
  source: 'sources[0].url',
  until: 'term.until',
}

/** The fact of a draft that an issue at this path is about. */
export function factAt(path: string): FactName | undefined {
  return factNames.find((name) => path === paths[name] || path.startsWith(`${paths[name]}.`))
}
