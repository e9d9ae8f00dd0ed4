/** The addresses that a rule is for: a regular expression for the scheme, and one for the host and what is behind it. */
export interface AddressPattern {
  scheme: string
  rest: string
}

/** Every address of the web. */
export const webPattern: AddressPattern = { scheme: 'https?', rest: '' }

/**
 * Between them browsers give user and password, neither of which holds `/` or `@`. What stands before an `@` may be counted
 * with the host, which then has fewer labels than the names of a rule, and is none of them.
 */
const userinfo = '(?:[^/@]*@)?'

export function filterOf({ scheme, rest }: AddressPattern): string {
  return `^${scheme}://${userinfo}${rest}`
}

/**
 * The same, of the whole address, and what of it goes behind the block page's `#`: all but user and password, which would
 * stay in the address bar and in the browser's history.
 */
export function substitutionOf({ scheme, rest }: AddressPattern, page: string) {
  return { regexFilter: `^(${scheme}://)${userinfo}(${rest}.*)`, regexSubstitution: `${page}#\\1\\2` }
}
