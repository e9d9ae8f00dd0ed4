import type { Profile } from './profile.ts'

/** Italy: the police's list; the name stands in the second column. */
export const itCncpo: Profile = {
  id: 'it-cncpo',
  title: 'Centro nazionale per il contrasto alla pedopornografia online',
  format: 'csv',
  form: { delimiter: ';', header: true, layout: { name: 2 } },
}
