import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'

/**
 * Filters of ad blockers. `||host^` alone says what an order can say; every other kind is counted by its name:
 *
 *   ||a.tv^             a.tv
 *   |a.tv^              a.tv alone, for filters of the DNS
 *   ||a.tv^$popup       rule with options: it holds for some requests only
 *   ||a.tv/films        rule for addresses
 *   @@||a.tv^           exception
 *   a.tv##.ad           cosmetic rule
 *   /a\d+\.tv/          refused: a regular expression is no name
 */
export function readAdblock(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const value = written.trim()
    if (value === '') return sink.ignore('blank line')
    if (/^(?:!|\[.*\]$|#(?![@#?$%]))/.test(value)) return sink.ignore('comment')
    const [, host] = /^\|\|([^/$|^]+)\^\|?$/.exec(value) ?? []
    if (host !== undefined) return sink.entry({ line, value: host })
    const [, alone] = /^\|([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\^$/i.exec(value) ?? []
    if (alone !== undefined) return sink.entry({ line, value: alone, alone: true })
    const other = kinds.find(([kind]) => kind.test(value))?.[1]
    sink.entry({ line, value, ...(other === undefined ? {} : { other }) })
  })
}

/** Regular expressions have no name here: they are judged, and refused, as every name is. */
const kinds: readonly [kind: RegExp, name: string | undefined][] = [
  [/^@@/, 'exception'],
  [/#[@?$%]{0,2}#/, 'cosmetic rule'],
  [/^\/.*\/(?:\$.*)?$/, undefined],
  [/\$[\w~-]+(?:[=,].*)?$/, 'rule with options'],
  [/^\|\|[^/]*\//, 'rule for addresses'],
  [/^\|https?:/, 'rule for addresses'],
  [/(?:)/, 'pattern'],
]
