import type { Sink } from '../entry.ts'

/** An address with its path, IPv6 or IPv4, or a name of at least two labels; none of them in an address of mail. */
const finds = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"'«»()]+`,
    String.raw`(?<![\w.:])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.])`,
    String.raw`(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}](?![\p{L}\p{N}@_-])(?:\/[^\s<>"'«»()]*)?`,
  ].join('|'),
  'giu',
)

/** Hands on what a sentence names, each as a find, and gives their number. */
export function takeFinds(sentence: string, line: number, sink: Sink): number {
  const found = refanged(sentence).match(finds) ?? []
  for (const value of found) sink.entry({ line, value: value.replace(/[.,;:!?\]}]+$/, ''), inProse: true })
  return found.length
}

/** Names are written so that nobody follows them by accident: `hxxp://a[.]tv`, `a(.)tv`, `a[dot]tv`. */
function refanged(text: string): string {
  return text.replace(/\bhxxp(s?:\/\/)/gi, 'http$1').replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/gi, '.')
}
