import type { Profile } from './profile.ts'

/** France: the annex of a decision that is to be given to providers as a table; names stand beside the names above them. */
export const frAnnex: Profile = {
  id: 'fr-annex',
  title: 'Annexe d’une décision, au format CSV exploitable',
  format: 'csv',
}
