import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'
import { takeFinds } from './finds.ts'

/**
 * A list of names, one a line:
 *
 *   dpstream.tv ;          dpstream.tv: outer spaces and a separator at the end are no part of it
 *   # a comment            ignored; so is what follows a # behind a space
 *   see a.tv and b.tv      a sentence: what is found in it is held, and without a find it is refused
 */
export function readPlain(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const value = written.trim()
    if (value === '') return sink.ignore('blank line')
    if (/^(?:[#!;]|\/\/)/.test(value)) return sink.ignore('comment')
    const name = /[\s;,]/.test(value) ? value.replace(/\s#.*$/, '').replace(/[\s;,]+$/, '') : value
    const isSentence = /\s/.test(name) && takeFinds(name, line, sink) > 0
    if (!isSentence) sink.entry({ line, value: name })
  })
}
