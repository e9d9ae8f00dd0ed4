import type { Profile } from './profile.ts'

/** Taiwan: the zone of the network information centre. */
export const twRpz: Profile = {
  id: 'tw-rpz',
  title: 'TWNIC DNS RPZ',
  format: 'rpz',
}
