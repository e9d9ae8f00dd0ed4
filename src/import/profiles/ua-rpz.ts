import type { Profile } from './profile.ts'

/** Ukraine: the fraud zone, flattened to its names. */
export const uaRpz: Profile = {
  id: 'ua-rpz',
  title: 'Антифішинговий перелік (RPZ)',
  format: 'plain',
}
