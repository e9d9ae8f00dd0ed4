import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyDelta } from '../../../src/feed/delta.ts'
import { makeDelta } from '../../../src/feed/publishing/make-delta.ts'

const texts = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n', '\n', 'é\r\n'), { maxLength: 12 })
  .map((lines) => lines.join(''))

describe('a delta', () => {
  it('leads from any text to any other', () => {
    fc.assert(fc.property(texts, texts, (old, text) => applyDelta(old, makeDelta(old, text)) === text))
  })

  it('does so where the last line has no end', () => {
    fc.assert(
      fc.property(
        texts,
        texts,
        (old, text) => applyDelta(`${old}end`, makeDelta(`${old}end`, `${text}end`)) === `${text}end`,
      ),
    )
  })

  it('is short where little changes in a long list', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at.toString().padStart(6, '0')}.example\n`)
    const changed = lines
      .filter((_, at) => at % 1000 !== 7)
      .map((line, at) => (at % 2000 === 3 ? `${line}new.${line}` : line))
    const delta = makeDelta(lines.join(''), changed.join(''))
    expect(delta.split('\n').length).toBeLessThan(60)
    expect(applyDelta(lines.join(''), delta)).toBe(changed.join(''))
  })

  it('is read as GNU diff writes it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'writ-delta-'))
    try {
      const compared = fc.sample(fc.tuple(texts, texts), 20).map(([old, text]) => {
        writeFileSync(join(folder, 'old'), old)
        writeFileSync(join(folder, 'new'), text)
        const { stdout, error } = spawnSync('diff', ['-n', 'old', 'new'], { cwd: folder, encoding: 'utf8' })
        if (error) throw error
        return [applyDelta(old, stdout), text]
      })
      expect(compared.map(([made]) => made)).toEqual(compared.map(([, text]) => text))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([
    ['words', 'hello\n'],
    ['a command without numbers', 'd\n'],
    ['a line that is not there', 'd9 1\n'],
    ['more lines than there are', 'd1 9\n'],
    ['a place that is not there', 'a9 1\nx\n'],
    ['fewer lines than it says', 'a1 3\nx\n'],
    ['a command backwards', 'd2 1\nd1 1\n'],
    ['a line that went already', 'd1 2\na1 1\nx\n'],
    ['a number beyond all', 'a1 99999999999999999999\nx\n'],
    ['a command without its end', 'd1 1'],
    ['a unified diff', '--- old\n+++ new\n@@ -1 +1 @@\n-a\n+b\n'],
  ])('that holds %s is none', (_, delta) => expect(applyDelta('a\nb\nc\n', delta)).toBeUndefined())
})
