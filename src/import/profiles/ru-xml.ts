import type { Profile } from './profile.ts'

/** Russia: the register as providers get it. */
export const ruXml: Profile = {
  id: 'ru-xml',
  title: 'Единый реестр (выгрузка для операторов)',
  format: 'xml',
  sign: /<(?:\w+:)?register[^>]*\bupdateTime=/,
  form: {
    row: 'content',
    layout: { name: 'domain', url: 'url', ip: 'ip', added: 'includeTime', authority: 'org', docket: 'number' },
  },
}
