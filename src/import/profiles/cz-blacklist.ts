import type { Profile } from './profile.ts'

/** Czechia: the names of the Ministry's list alone; a blank line is the break of a page or a deleted item. */
export const czBlacklist: Profile = {
  id: 'cz-blacklist',
  title: 'Seznam nepovolených internetových her, jen názvy',
  format: 'plain',
}
