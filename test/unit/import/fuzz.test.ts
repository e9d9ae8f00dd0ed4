import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNames } from '../../../src/import/formats.ts'
import { profiles } from '../../../src/import/profiles.ts'
import { long, share } from '../../deep/share.ts'
import { judged } from './judged.ts'

/** Pieces of which lists are made, and by which they break. */
const piece = fc.oneof(
  fc.constantFrom(
    'a.tv',
    'www.a.tv',
    '*.b.tv',
    '||c.tv^',
    '0.0.0.0 d.tv',
    'server=/e.tv/',
    'f.tv CNAME .',
    'local-zone: "g.tv" static',
    'https://h.tv/x',
    '192.0.2.1',
    '2001:db8::/32',
    'com',
    'аb.tv',
    ' ',
    '\t',
    ';',
    ',',
    '"',
    '|',
    '\r\n',
    '\n',
    '\r',
    '\u0000',
    '<r><i><domena>j.tv</domena></i></r>',
    '<',
    '>',
    '&amp;',
    '&x;',
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0"?>',
    '\ufeff',
    '{"list":[{"domain":"k.tv"}]}',
    '{',
    '}',
    '[',
    ']',
    ':',
    '1',
    'null',
    '$ORIGIN x.',
    '(',
    ')',
    '@ SOA a. b. 1',
    'Updated: ',
    '01.02.2020',
    '2020-13-40',
    'hxxp://l[.]tv',
    'm.tv-\nn.tv',
    '/x+/',
    '@@',
    '##',
    '$popup',
    'DOMAIN,o.tv',
    '\ud800',
  ),
  fc.string({ maxLength: 12 }),
)
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
const bytes = fc.oneof(
  text.map((one) => new TextEncoder().encode(one)),
  text.map((one) => Uint8Array.from(Buffer.from(one, 'utf16le'))),
  fc.uint8Array({ maxLength: 400 }),
)

/** Each entry is of one class, and what was not taken is told. */
function addsUp(list: Uint8Array, said: Parameters<typeof judged>[1], accept: boolean): void {
  const { judged: result } = judged(list, said, { accept })
  const entries = Object.values(result.counts).reduce((a, b) => a + b)
  expect(result.items.length).toBe(entries - result.counts.taken)
  expect(result.taken.length).toBe(result.counts.taken)
  expect(result.lifted.length).toBe(result.counts.lifted)
  expect(result.items.every(({ line, reason }) => line > 0 && reason !== '')).toBe(true)
}

describe('whatever a file holds, its counts add up', () => {
  it.each(formatNames)('as %s', long, (format) => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (list, accept) => addsUp(list, { format }, accept)),
      { numRuns: share(3000) },
    )
  })

  it.each(profiles.map((profile) => [profile.id, profile] as const))('as the register %s', long, (_, profile) => {
    fc.assert(
      fc.property(bytes, (list) => addsUp(list, { profile }, false)),
      { numRuns: share(1000) },
    )
  })

  it('as what it looks like', long, () => {
    fc.assert(
      fc.property(bytes, (list) => addsUp(list, {}, false)),
      { numRuns: share(3000) },
    )
  })
})
