import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/feed/tuf/canonical-json.ts'

describe('canonical JSON', () => {
  it.each<[string, unknown, string]>([
    ['sorts keys and has no spaces', { b: [1, 2], a: null, 'a b': true }, '{"a":null,"a b":true,"b":[1,2]}'],
    ['sorts by code point', { '\u{1d11e}': 1, '\ufb00': 2 }, '{"\ufb00":2,"\u{1d11e}":1}'],
    ['escapes two characters only', { a: '"\\\n\u0001é' }, '{"a":"\\"\\\\\n\u0001é"}'],
    ['escapes them in keys, too', { '"': '' }, '{"\\"":""}'],
    ['writes -0 as 0', [-0, -1], '[0,-1]'],
    ['keeps a key called __proto__', JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text))

  it.each<[string, unknown]>([
    ['a fraction', 1.5],
    ['a number too great', JSON.parse('1e400')],
    ['a number that others read otherwise', 2 ** 53],
    ['what is nested too deep', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ])('has no form for %s', (_, value) => expect(() => canonicalJson(value)).toThrow(RangeError))
})
