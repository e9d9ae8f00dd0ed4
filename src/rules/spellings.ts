import { canonicalSpelling } from '../order/url-spelling.ts'

/**
 * Spellings of an address under which a browser asks for the same page and which are met: with hex digits in upper case,
 * and in lower case, as WordPress writes them.
 *
 *   https://a.tv/films   https://a.tv/films
 *   https://a.tv/%C3%A9  https://a.tv/%C3%A9, https://a.tv/%c3%a9
 *
 * Any letter can be escaped and any digit be in either case (`/%66ilms`, `/%C3%a9`): those are too many for rules.
 */
export function spellingsOf(url: string): string[] {
  const canonical = canonicalSpelling(url)
  return [...new Set([canonical, canonical.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())])]
}
