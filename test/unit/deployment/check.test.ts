import { describe, expect, it } from 'vitest'
import { checkPolicies } from '../../../src/deployment/check/check.ts'
import { isOlder } from '../../../src/deployment/check/published-versions.ts'
import wrong from '../../fixtures/policies/wrong-files.json' with { type: 'json' }
import { expanded } from './expanded.ts'

interface WrongFiles {
  name: string
  files: Record<string, unknown>
  findings: [file: string, code: string, path: string, message: string][]
}

/** The place of Writ's settings in a file: fixtures leave it out. */
const place = '3rdparty.extensions.abcdefghijklmnopabcdefghijklmnop'

const now = Date.parse('2026-11-24T00:00:00Z')

describe('a folder of policies', () => {
  it.each(wrong as unknown as WrongFiles[])('$name', ({ files, findings }) => {
    const texts = Object.entries(files).map(([path, content]) => {
      const whole = expanded(content)
      return { path, bytes: Buffer.from(typeof whole === 'string' ? whole : JSON.stringify(whole)) }
    })
    const found = checkPolicies(texts, now).findings.map(({ path, ...finding }) => ({
      ...finding,
      path: path.startsWith(`${place}.`) && finding.code !== 'set-twice' ? path.slice(place.length + 1) : path,
    }))
    expect(found).toHaveLength(findings.length)
    for (const [file, code, path, message] of findings) {
      const paths = [path, path === '' ? place : `${place}.${path}`]
      const same = found.filter((one) => one.file === file && one.code === code && paths.includes(one.path))
      expect(same).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })])
    }
  })

  it('there are more than thirty', () => expect(wrong.length).toBeGreaterThan(30))
})

describe('a version', () => {
  it.each([
    ['1.9', '1.10', true],
    ['1.10', '1.9', false],
    ['1.0', '1.0.0', false],
    ['1', '1.0.0.1', true],
  ])('%s is older than %s: %s', (one, other, older) => expect(isOlder(one, other)).toBe(older))
})
