import type { Profile } from './profile.ts'

/** Germany: names that providers block by decisions that they share, as watchers list them. */
export const deCuii: Profile = {
  id: 'de-cuii',
  title: 'Clearingstelle Urheberrecht im Internet (CUII)',
  format: 'json',
  sign: /"first_blocked_on"/,
  form: { layout: { name: 'domain', added: 'first_blocked_on', docket: 'site' } },
}
