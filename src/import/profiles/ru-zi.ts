import type { Profile } from './profile.ts'

/**
 * Russia: the register as z-i gives it out. Addresses, name, page, office, decision, day; a page may hold semicolons, so what
 * stands behind it is counted from the end, and a quotation mark is a character like any other.
 */
export const ruZi: Profile = {
  id: 'ru-zi',
  title: 'Единый реестр (dump.csv, zapret-info)',
  format: 'csv',
  encoding: 'windows-1251',
  sign: /^Updated: /,
  form: {
    delimiter: ';',
    skip: 1,
    header: false,
    unquoted: true,
    layout: { ip: 1, name: 2, url: { from: 3, until: -4 }, authority: -3, docket: -2, added: -1, between: ' | ' },
  },
}
