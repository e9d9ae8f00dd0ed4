import type { Profile } from './profile.ts'

/** Lithuania: the central bank on services without a licence. */
export const ltLb: Profile = {
  id: 'lt-lb',
  title: 'Lietuvos bankas',
  format: 'csv',
  sign: /^"?domain"?,"?record_exists"?,"?institution"?/,
  form: { header: true, layout: { name: 'domain', authority: 'institution' } },
}
