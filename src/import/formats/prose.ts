import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'
import { takeFinds } from './finds.ts'

/**
 * The text of a decision. Whatever looks like a name in it is a find: the court's own site stands there as well as those
 * that are to be blocked. A name may go on in the next line:
 *
 *   www.allo-          www.allo-streaming.com
 *   streaming.com
 */
export function readProse(text: string, sink: Sink): void {
  let before = ''
  let from = 1
  eachLine(text, (written, line) => {
    const goesOn = before !== '' && /^\s*[\p{Ll}\p{N}]/u.test(written)
    if (before !== '' && !goesOn) take(before, from, sink)
    const whole = goesOn ? before + written.trimStart() : written
    if (!goesOn) from = line
    const isOpen = openEnd.test(whole) && whole.length < longestJoined
    before = isOpen ? whole.trimEnd() : ''
    if (!isOpen) take(whole, from, sink)
  })
  if (before !== '') take(before, from, sink)
}

/** The beginning of a name that the line's end cut: behind a dot or a hyphen of it. */
const openEnd = /(?<![\p{L}\p{N}])(?:www\.|[\p{L}\p{N}-]+\.[\p{L}\p{N}-]+[.-]|https?:\/\/\S*[./-]|[\p{Ll}\p{N}]+-)\s*$/u

const longestJoined = 2000

function take(sentence: string, line: number, sink: Sink): void {
  if (sentence.trim() === '') return
  if (takeFinds(sentence, line, sink) === 0) sink.ignore('line without a name')
}
