import type { Profile } from './profile.ts'

/** Poland: CERT Polska's warning list, in the words of the gambling register and as a table. */
export const plCert: Profile = {
  id: 'pl-cert',
  title: 'Lista ostrzeżeń (CERT Polska)',
  format: 'tsv',
  sign: /^PozycjaRejestru\tAdresDomeny\t/,
  form: {
    header: true,
    layout: { name: 'AdresDomeny', added: 'DataWpisu', lifted: 'DataWykreslenia', docket: 'PozycjaRejestru' },
  },
}
