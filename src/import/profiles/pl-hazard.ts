import type { Profile } from './profile.ts'

/** Poland: the Ministry of Finance on gambling that is not allowed. A row that was struck out stays, with the day. */
export const plHazard: Profile = {
  id: 'pl-hazard',
  title: 'Rejestr domen służących do oferowania gier hazardowych niezgodnie z ustawą (Ministerstwo Finansów)',
  format: 'xml',
  sign: /<(?:\w+:)?PozycjaRejestru[\s>]/,
  form: {
    row: 'PozycjaRejestru',
    layout: { name: 'AdresDomeny', added: 'DataWpisu', lifted: 'DataWykreslenia', docket: 'Lp' },
  },
}
