import type { Reference } from './order.ts'

/** Where public collections show their papers: the address of one, with its id put in for `*`. */
const addresses = new Map([
  ['lumen', 'https://lumendatabase.org/notices/*'],
  ['celex', 'https://eur-lex.europa.eu/legal-content/ALL/?uri=CELEX:*'],
  ['ecli', 'https://e-justice.europa.eu/ecli/*'],
  ['hudoc', 'https://hudoc.echr.coe.int/?i=*'],
  ['cour-de-cassation', 'https://www.courdecassation.fr/decision/*'],
  ['legifrance', 'https://www.legifrance.gouv.fr/juri/id/*'],
  ['juricaf', 'https://juricaf.org/arret/*'],
  ['national-archives', 'https://caselaw.nationalarchives.gov.uk/*'],
])

/** The address of a paper; undefined where the collection is not known here. */
export function referenceUrl({ db, id }: Reference): string | undefined {
  const [before, after = ''] = addresses.get(db)?.split('*') ?? []
  // A slash is part of some ids, and of no other address than the collection's.
  return before && `${before}${id.split('/').map(encodeURIComponent).join('/')}${after}`
}
