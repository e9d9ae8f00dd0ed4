import type { Profile } from './profile.ts'

/** Czechia: the Ministry of Finance on gambling that is not allowed. Deleted rows stay, with the day; accounts stand beside. */
export const czMfcr: Profile = {
  id: 'cz-mfcr',
  title: 'Seznam nepovolených internetových her (Ministerstvo financí)',
  format: 'csv',
  encoding: 'windows-1250',
  sign: /^Adresa Internetov. str.nky;/,
  form: { delimiter: ';', header: true, layout: { name: 1, added: 2, lifted: 3, account: 4 } },
}
