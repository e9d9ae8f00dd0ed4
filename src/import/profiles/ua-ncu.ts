import type { Profile } from './profile.ts'

/** Ukraine: annexes to the orders of the National Centre of telecommunications, written by hand. */
export const uaNcu: Profile = {
  id: 'ua-ncu',
  title: 'Додатки до розпоряджень НЦУ',
  format: 'plain',
}
