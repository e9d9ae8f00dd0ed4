import type { Profile } from './profile.ts'

/** Spain: addresses of servers for the time of a match, without a name. */
export const esLiga: Profile = {
  id: 'es-liga',
  title: 'Direcciones IP de una jornada (LaLiga)',
  format: 'plain',
}
