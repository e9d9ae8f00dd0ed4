import type { Profile } from './profile.ts'

/** Italy: lists that lead to the page of an office, as hosts files with the address of that page. */
export const itAgcom: Profile = {
  id: 'it-agcom',
  title: 'AGCOM e ADM (file hosts)',
  format: 'hosts',
  sign: /^\s*217\.175\.53\.72\s/m,
}
