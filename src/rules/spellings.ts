import { canonicalSpelling } from '../order/url-spelling.ts'

/**
 * Spellings of an address under which a browser asks for the same page and which are met: with the dot that may end a
 * host, and with hex digits in lower case, as WordPress writes them.
 *
 *   https://a.tv/films   https://a.tv/films, https://a.tv./films
 *   https://a.tv/%C3%A9  these two, and both with %c3%a9
 *
 * Any letter can be escaped and any digit be in either case (`/%66ilms`, `/%C3%a9`): those are too many for rules.
 */
export function spellingsOf(url: string): string[] {
  const canonical = canonicalSpelling(url)
  const lower = canonical.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())
  return [...new Set([canonical, lower])].flatMap((one) => [one, withFinalDot(one)])
}

function withFinalDot(url: string): string {
  return url.replace(/^https?:\/\/[^/:]+/, (start) => `${start}.`)
}
