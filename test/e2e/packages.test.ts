import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** `npm run package` as its user runs it, on fresh clones. */

const own = mkdtempSync(join(tmpdir(), 'writ-packaging-'))
beforeAll(() => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(join(own, 'key.pem'), privateKey)
})
afterAll(() => rmSync(own, { recursive: true, force: true }))

/** What the person's shell has; a test's own variables would change the build. */
const outside = { PATH: process.env.PATH, HOME: process.env.HOME }

/** The sums of what a clone of the last commit is packaged to. The clone borrows the packages that are installed here. */
function packaged(name: string): string {
  const clone = join(own, name)
  execFileSync('git', ['clone', '-q', '.', clone])
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'))
  utimesSync(join(clone, 'package-lock.json'), 0, 0)
  const args = ['--base-url', 'https://intranet.example/writ/', '--key', join(own, 'key.pem')]
  execFileSync(process.execPath, ['test/scripts/package.mjs', ...args], { cwd: clone, env: outside, stdio: 'pipe' })
  return readFileSync(join(clone, 'dist/packages/SHA256SUMS'), 'utf8')
}

it.runIf(existsSync('.git'))('two clones give the same bytes', () => {
  const one = packaged('one')
  expect(one.trim().split('\n')).toHaveLength(8)
  expect(packaged('a-longer-name-elsewhere')).toBe(one)
})

it('Mozilla’s linter has nothing to say of the Firefox package', () => {
  const npx = ['--yes', 'web-ext@10.6.0', 'lint', '--self-hosted', '--output', 'json', '--source-dir']
  const output = execFileSync('npx', [...npx, resolve('dist/firefox')], { cwd: own, encoding: 'utf8' })
  const { errors, warnings, notices } = JSON.parse(output)
  expect([...errors, ...warnings, ...notices]).toEqual([])
})
