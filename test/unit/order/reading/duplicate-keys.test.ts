import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateKeys } from '../../../../src/order/reading/duplicate-keys.ts'
import { long } from '../../../deep/share.ts'

const paths = (json: string) => duplicateKeys(json).map(({ path }) => path)

describe('keys that are there twice', () => {
  it.each([
    ['{"a": 1, "a": 2}', ['a']],
    ['{"a": {"b": 1}, "b": [{"b": 1, "c": 2, "b": 3}]}', ['b[0].b']],
    ['{"a": "a\\"", "\\u0061": 1}', ['a']],
    ['{"a": "\\\\", "b": "\\\\\\"a\\": {", "a" : 1}', ['a']],
    ['["a", "a", {"a": "a"}]', []],
    ['"a"', []],
  ])('%s: %j', (json, found) => expect(paths(json)).toEqual(found))

  it('are not in what was written from an object', long, () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(paths(JSON.stringify(value))).toEqual([])
      }),
    )
  })

  it('are a hundred at most, however deep they lie', () => {
    const deep = '{"a":'.repeat(2000) + '{' + '"b":1,'.repeat(5000) + '"c":1}' + '}'.repeat(2000)
    expect(duplicateKeys(deep)).toHaveLength(100)
  })

  it('are looked for in a text with millions of quotation marks', () => {
    expect(paths(JSON.stringify({ text: '"x"'.repeat(3_000_000) }))).toEqual([])
  })
})
