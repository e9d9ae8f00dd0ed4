import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { structureIssues } from '../../../../src/order/reading/text-structure.ts'
import { parseOrderText } from '../../../../src/order/reading/parse.ts'
import { long } from '../../../deep/share.ts'

const paths = (json: string) => structureIssues(json).map(({ path }) => path)

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
      fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
        expect(paths(JSON.stringify(value))).toEqual([])
      }),
    )
  })

  it('are a hundred at most, however deep they lie', () => {
    const deep = '{"a":'.repeat(40) + '{' + '"b":1,'.repeat(5000) + '"c":1}' + '}'.repeat(40)
    expect(structureIssues(deep)).toHaveLength(100)
  })

  it('are looked for in a text with millions of quotation marks', () => {
    expect(paths(JSON.stringify({ text: '"x"'.repeat(3_000_000) }))).toEqual([])
  })
})

describe('nesting', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  it('is refused where no order has it, without reading on', () => {
    expect(structureIssues(nested(64))).toEqual([])
    for (const depth of [66, 1_000_000])
      expect(structureIssues(nested(depth))).toMatchObject([{ code: 'too-deep', path: '' }])
  })

  it('is an issue of the document as a whole', () => {
    const parsed = parseOrderText(`{"format": "writ-order/1", "notes": ${nested(100_000)}}`)
    expect(parsed.ok || parsed.issues.map(({ code }) => code)).toContain('too-deep')
  })
})
