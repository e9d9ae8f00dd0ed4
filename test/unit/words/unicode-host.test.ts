import { expect, it } from 'vitest'
import { unicodeHost } from '../../../src/words/unicode-host.ts'

it.each([
  ['xn--bcher-kva.example', 'bücher.example'],
  ['www.xn--e1afmkfd.xn--p1ai', 'www.пример.рф'],
  ['xn--mgbh0fb.xn--kgbechtv', 'مثال.إختبار'],
])('%s is spelled %s', (host, spelled) => expect(unicodeHost(host)).toBe(spelled))

it.each([
  ['dpstream.tv', 'has one spelling'],
  ['example.xn--', 'is no punycode'],
  ['xn--a.example', 'is no punycode'],
  ['xn--99999999999.example', 'is beyond Unicode'],
  ['xn--ab-g4t.example', 'would turn the text after it around: U+202E'],
  ['xn--ab-5da.example', 'would hold what is not seen: U+00AD'],
])('%s %s', (host) => expect(unicodeHost(host)).toBeUndefined())
