import { describe, expect, it } from 'vitest'
import { controlsInHost, controlsInLine, controlsInText } from '../../../src/order/controls.ts'

describe('characters that are not seen', () => {
  it.each([
    ['a tab', '\t', 'text'],
    ['a line feed', '\n', 'text'],
    ['a carriage return', '\r', ''],
    ['an escape', '\u001b', ''],
    ['a C1 control', '\u0085', ''],
    ['a zero-width space', '\u200b', ''],
    ['a zero-width non-joiner', '\u200c', 'text line host'],
    ['a zero-width joiner', '\u200d', 'text line host'],
    ['a mark of direction', '\u200e', ''],
    ['an Arabic letter mark', '\u061c', ''],
    ['an override of direction', '\u202e', ''],
    ['an isolate', '\u2066', ''],
    ['a byte order mark', '\ufeff', ''],
    ['half a character', '\ud83d', ''],
    ['a whole one', '\ud83d\ude00', 'text line host'],
    ['a soft hyphen', '\u00ad', 'text line host'],
  ])('%s', (_, character, where) => {
    const sets = { text: controlsInText, line: controlsInLine, host: controlsInHost }
    const allowed = Object.entries(sets).filter(([, set]) => !set.test(`a${character}b`))
    expect(allowed.map(([name]) => name).join(' ')).toBe(where)
  })
})
