import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalizeHost } from '../../../src/order/hostname.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { long } from '../../deep/share.ts'
import { fuzz } from './fuzz.ts'
import { endings, slowHost } from './slow-hosts.ts'

const letter = fc.oneof(
  { arbitrary: fc.constantFrom(...'abcxyz019-_'), weight: 3 },
  { arbitrary: fc.constantFrom(...'AZéß中％ａ．。\u00ad\u200b\u202e*@:/ ,%'), weight: 1 },
)
const plainLabel = fc.stringMatching(/^[a-z0-9]{1,10}$/)
const oddLabel = fc.array(letter, { maxLength: 12 }).map((all) => all.join(''))
const longLabel = fc.integer({ min: 55, max: 66 }).map((length) => 'a'.repeat(length))
const label = fc.oneof(
  { arbitrary: plainLabel, weight: 6 },
  { arbitrary: oddLabel, weight: 2 },
  { arbitrary: fc.constantFrom('%61', 'xn--bcher-kva', 'xn--a', '__proto__', 'BÜCHER'), weight: 1 },
  { arbitrary: longLabel, weight: 1 },
)
const name = fc
  .tuple(fc.array(label, { maxLength: 5 }), fc.constantFrom(...endings), fc.constantFrom('', '.', '..'))
  .map(([labels, ending, dot]) => [...labels, ending].join('.') + dot)

it('a host name is taken, and written, as the slow reference does', long, async ({ annotate }) => {
  const figures = fuzz(name, 30_000, { taken: 0.2, refused: 0.2 }, (input) => {
    const given = normalizeHost(input)
    const invisible = /[\u00ad\u200b\u202e]/.test(input)
    // An invisible letter is refused or dropped; either way it is never kept.
    if (!invisible || given.ok) expect([input, given.ok ? given.host : undefined]).toEqual([input, slowHost(input)])
    if (given.ok)
      expect(parseQuery(input.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()))?.host).toBe(given.host)
    return given.ok ? 'taken' : 'refused'
  })
  await annotate(figures)
})

it('any text at all is a name by the URL standard, or refused with what to do', long, async ({ annotate }) => {
  const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.domain(), fc.ipV4(), fc.ipV6(), fc.webUrl())
  const figures = fuzz(any, 10_000, { taken: 0.05, refused: 0.2 }, (input) => {
    const given = normalizeHost(input)
    if (!given.ok) {
      expect(given.message).toMatch(/: \w/)
      return 'refused'
    }
    expect(new URL(`http://${given.host}/`).hostname).toBe(given.host)
    expect(normalizeHost(given.host)).toEqual(given)
    return 'taken'
  })
  await annotate(figures)
})
