/** The closed lists of words that an order document is written in. */

export type DecisionKind = (typeof decisionKinds)[number]

export const decisionKinds = [
  'judgment',
  'interim',
  'administrative',
  'statute',
  'recommendation',
  'agreement',
] as const

export type EffectKind = (typeof effectKinds)[number]

/** `appeal-pending` is a fact, and changes nothing. */
export const effectKinds = [
  'orders',
  'extends',
  'varies',
  'confirms',
  'suspends',
  'resumes',
  'lifts',
  'quashes',
  'revives',
  'corrects',
  'appeal-pending',
  'costs',
] as const

export type ReasonCategory = (typeof reasonCategories)[number]

export const reasonCategories = [
  'copyright',
  'related-rights',
  'trade-mark',
  'sport-broadcast',
  'gambling',
  'consumer',
  'financial',
  'medicines',
  'sanctions',
  'terrorism',
  'defamation',
  'privacy',
  'child-protection',
  'other',
] as const

/** Those who may add names without a new decision; `none`: nobody. */
export type Dynamic = (typeof dynamics)[number]

export const dynamics = [
  'none',
  'applicant-notice',
  'regulator',
  'registrar',
  'addressee',
  'affidavit',
  'police',
] as const

/** The part that an addressee plays. `all` is whoever in the country can carry the measure out. */
export type AddresseeClass = (typeof addresseeClasses)[number]

export const addresseeClasses = [
  'access-provider',
  'search-engine',
  'resolver',
  'cdn',
  'hosting',
  'registry',
  'registrar',
  'vpn',
  'payment',
  'advertising',
  'platform',
  'app-store',
  'all',
  'users',
] as const

/** The one whose remedy it is: whoever wants to visit the site, whoever runs it, whoever was ordered to act. */
export type ContestRole = (typeof contestRoles)[number]

export const contestRoles = ['visitor', 'operator', 'addressee'] as const
