import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nameUuid } from '../../../src/cli/name-uuid.ts'
import { sha256 } from '../../../src/cli/sha256.ts'
import { readConfig } from '../../../src/deployment/kit/config.ts'
import { kit } from '../../../src/deployment/kit/kit.ts'
import document from '../../fixtures/kit/config.json' with { type: 'json' }

/** The kit's own scripts, on a machine whose `/etc` is a folder of ours. */
describe.runIf(process.platform !== 'win32')('the scripts for Linux', () => {
  let own: string
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'writ-scripts-'))
    const config = readConfig(document)
    if (!config.ok) throw new Error(JSON.stringify(config.issues))
    for (const { path, text } of kit(config.value, { now: 0, uuid: nameUuid, digest: sha256 }).files) {
      mkdirSync(dirname(join(own, 'kit', path)), { recursive: true })
      writeFileSync(join(own, 'kit', path), path.endsWith('.sh') ? text.replaceAll('/etc/', `${own}/etc/`) : text)
    }
  })
  afterEach(() => rmSync(own, { recursive: true, force: true }))

  const sh = (script: string) => execFileSync('sh', [join(own, 'kit/linux', script)], { stdio: 'pipe' })
  const chrome = () => readdirSync(join(own, 'etc/opt/chrome/policies/managed')).toSorted()
  const firefox = () => join(own, 'etc/firefox/policies/policies.json')

  it('put every file into its place, as often as they are run, and take it away', () => {
    sh('install.sh')
    sh('install.sh')
    expect(chrome()).toEqual(['10-writ-install.json', '20-writ-settings.json', '30-writ-layers.json'])
    expect(readFileSync(firefox(), 'utf8')).toBe(readFileSync(join(own, 'kit/firefox/policies.json'), 'utf8'))
    writeFileSync(join(own, 'etc/opt/chrome/policies/managed/50-other.json'), '{}')
    sh('remove.sh')
    expect(chrome()).toEqual(['50-other.json'])
    expect(existsSync(firefox())).toBe(false)
    sh('remove.sh')
  })

  it('let every user’s browser read it, whatever the umask', () => {
    chmodSync(join(own, 'kit/linux/chrome/20-writ-settings.json'), 0o600)
    execFileSync('sh', ['-c', `umask 077; sh ${join(own, 'kit/linux/install.sh')}`], { stdio: 'pipe' })
    const folder = join(own, 'etc/opt/chrome/policies/managed')
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
    for (const path of ['..', '.', '../..'].map((above) => join(folder, above))) expect(modeOf(path)).toBe('755')
    for (const path of [...chrome().map((file) => join(folder, file)), firefox()]) expect(modeOf(path)).toBe('644')
  })

  it('leave an administrator’s own Firefox policies alone', () => {
    mkdirSync(dirname(firefox()), { recursive: true })
    writeFileSync(firefox(), '{"policies": {}}')
    expect(() => sh('install.sh')).toThrow(/by hand/)
    sh('remove.sh')
    expect(readFileSync(firefox(), 'utf8')).toBe('{"policies": {}}')
  })
})
