import type { Profile } from './profile.ts'

/** Italy: blocked sites as testers collect them, each with its authority and the decision in its notes. */
export const itTests: Profile = {
  id: 'it-tests',
  title: 'Siti bloccati in Italia, con autorità e provvedimento',
  format: 'csv',
  form: { header: true, layout: { name: 'domain', authority: 'authority', docket: 'notes' } },
}
