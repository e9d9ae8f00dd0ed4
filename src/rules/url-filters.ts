import { boundary } from '../names/query.ts'
import { spellingsOf } from './spellings.ts'

/**
 * Filters for each spelling of a prefix over http and over https. A prefix that does not end in a boundary goes on only at
 * one, which is what `^` says at the end of a filter:
 *
 *   |https://a.tv/films^    /films, /films/1 and /films?x, not /filmstar
 *   |https://a.tv/x?q=      /x?q=1
 *
 * `*` and `^` anywhere in a filter and `|` at its end stand for something else and cannot be escaped: such a prefix has no
 * rule.
 */
export function filtersFor(prefix: string): string[] {
  if (/[*^]|\|$/.test(prefix)) return []
  const end = boundary.test(prefix.at(-1)!) ? '' : '^'
  const addresses = spellingsOf(prefix).map((spelling) => spelling.replace(/^https?:/, ''))
  return addresses.flatMap((address) => [`|http:${address}${end}`, `|https:${address}${end}`])
}

/** `|https://a.tv/films^` to `|https://a.tv./films^`: neither browser takes the one for the other. */
export function withFinalDot(filter: string): string {
  return filter.replace(/^\|https?:\/\/[^/:]+/, (start) => `${start}.`)
}
