import { describe, expect, it } from 'vitest'
import { isMatch } from '../../../src/feed/tuf/path-pattern.ts'

describe('a pattern of paths', () => {
  it.each<[string, string, boolean]>([
    ['orders/a/*', 'orders/a/x.json.gz', true],
    ['orders/*', 'orders/a/x.json.gz', false],
    ['*', 'a', true],
    ['*', '', true],
    ['*', 'a/b', false],
    ['*.tgz', 'foo.tgz', true],
    ['*.tgz', 'FOO.TGZ', false],
    ['foo-?.tgz', 'foo-1.tgz', true],
    ['foo-?.tgz', 'foo-.tgz', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b', 'ba', false],
    ['a.b', 'axb', false],
    ['[ab]', 'a', false],
    ['[ab]', '[ab]', true],
    ['a**', 'a', true],
    ['', 'a', false],
  ])('%s covers %s: %s', (pattern, path, covered) => expect(isMatch(path, pattern)).toBe(covered))

  it('is walked in the square of its length at most, however it is made', () => {
    // As a regular expression it would not end today.
    expect(isMatch('a'.repeat(2000), `${'*a'.repeat(500)}b`)).toBe(false)
  })
})
