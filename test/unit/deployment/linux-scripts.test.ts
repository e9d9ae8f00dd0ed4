import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nameUuid } from '../../../src/cli/name-uuid.ts'
import { sha256 } from '../../../src/cli/sha256.ts'
import { readConfig } from '../../../src/deployment/kit/config.ts'
import { kit } from '../../../src/deployment/kit/kit.ts'
import { share } from '../../deep/share.ts'
import document from '../../fixtures/kit/config.json' with { type: 'json' }
import sites from '../../fixtures/kit/sites.json' with { type: 'json' }

interface Site {
  name: string
  /** Texts of files below the machine's root. */
  files: Record<string, string>
  /** Octal modes of files and folders. */
  modes?: Record<string, string>
}

const now = Date.parse('2026-11-24T00:00:00Z')

/** The kit's own scripts, on a machine whose root is a folder of ours. */
describe.runIf(process.platform === 'linux')('the scripts for Linux', () => {
  let own: string
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'writ-scripts-'))
    makeKit('kit', {})
    makeKit('smaller', { layers: {}, browsers: ['chrome', 'firefox'] })
    empty()
  })
  afterEach(() => rmSync(own, { recursive: true, force: true }))

  function makeKit(name: string, changes: object): void {
    const config = readConfig({ ...document, ...changes })
    if (!config.ok) throw new Error(JSON.stringify(config.issues))
    for (const { path, text } of kit(config.value, { now, uuid: nameUuid, digest: sha256 }).files) {
      mkdirSync(dirname(join(own, name, path)), { recursive: true })
      writeFileSync(join(own, name, path), text)
    }
  }

  function sh(script: string, from = 'kit'): string {
    const command = `umask 077; sh ${join(own, from, 'linux', script)} --root ${join(own, 'root')} 2>&1`
    return execFileSync('sh', ['-c', command], { encoding: 'utf8' })
  }

  /** Every file and folder below the root, with its mode and its bytes. */
  function machine(): Record<string, string> {
    const root = join(own, 'root')
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()
    return Object.fromEntries(
      paths.map((path) => {
        const found = statSync(join(root, path))
        const mode = (found.mode & 0o7777).toString(8)
        return [path, found.isFile() ? `${mode} ${readFileSync(join(root, path), 'base64')}` : mode]
      }),
    )
  }

  function empty(): void {
    for (const folder of ['etc', 'var/lib']) mkdirSync(join(own, 'root', folder), { recursive: true })
  }

  function settle({ files, modes = {} }: Site): void {
    rmSync(join(own, 'root'), { recursive: true })
    empty()
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(own, 'root', path)), { recursive: true })
      writeFileSync(join(own, 'root', path), text)
    }
    for (const [path, mode] of Object.entries(modes)) chmodSync(join(own, 'root', path), Number.parseInt(mode, 8))
  }

  const chrome = (file = '') => join(own, 'root/etc/opt/chrome/policies/managed', file)
  const firefox = () => join(own, 'root/etc/firefox/policies/policies.json')
  const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

  it('put every file into its place, for every user’s browser, whatever the umask', () => {
    const before = machine()
    sh('install.sh')
    sh('install.sh')
    expect(readdirSync(chrome()).toSorted()).toEqual([
      '10-writ-install.json',
      '20-writ-settings.json',
      '30-writ-layers.json',
    ])
    expect(readFileSync(firefox(), 'utf8')).toBe(readFileSync(join(own, 'kit/firefox/policies.json'), 'utf8'))
    const modes = Object.entries(machine()).filter(([path]) => path.startsWith('etc/'))
    for (const [path, mode] of modes)
      expect([path, mode.split(' ')[0]]).toEqual([path, path.endsWith('json') ? '644' : '755'])
    sh('remove.sh')
    sh('remove.sh')
    expect(machine()).toEqual(before)
  })

  it.each(sites as Site[])('leave of $name what was there, in each order of steps', (site) => {
    const step = fc.constantFrom(['install.sh', 'kit'], ['install.sh', 'smaller'], ['remove.sh', 'kit'])
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        settle(site)
        const before = machine()
        for (const [script, from] of steps) sh(script!, from)
        sh('remove.sh')
        expect(machine()).toEqual(before)
      }),
      { numRuns: share(20) },
    )
  })

  it('merge into what a site has, and keep what it changes meanwhile', () => {
    settle((sites as Site[])[0]!)
    const { policies: before } = json(firefox())
    sh('install.sh')
    const { policies } = json(firefox())
    expect(policies).toMatchObject({ DisableTelemetry: true, '3rdparty': before['3rdparty'] })
    expect(Object.keys(policies.ExtensionSettings)).toContain(document.install.firefox.id)
    expect(policies.ExtensionSettings).toMatchObject(before.ExtensionSettings)
    writeFileSync(firefox(), JSON.stringify({ policies: { ...policies, DisablePocket: true } }))
    sh('install.sh')
    sh('remove.sh')
    expect(json(firefox()).policies).toEqual({ ...before, DisablePocket: true })
  })

  it('have Chromium join what it and the site both set, and say where another file wins', () => {
    settle((sites as Site[])[1]!)
    expect(sh('install.sh')).toContain('zz-site.json sets BrowserGuestModeEnabled too, and wins')
    expect(json(chrome('90-writ-merge.json'))).toEqual({
      PolicyDictionaryMultipleSourceMergeList: ['ExtensionSettings'],
      PolicyListMultipleSourceMergeList: ['URLBlocklist'],
    })
  })

  it('take away what an ended run or an older kit has left', () => {
    mkdirSync(chrome(), { recursive: true })
    writeFileSync(chrome('.10-writ-install.json.new'), '{')
    writeFileSync(chrome('40-writ-old.json'), '{}')
    sh('install.sh')
    expect(readdirSync(chrome()).filter((name) => /old|new/.test(name))).toEqual([])
  })

  it('change nothing where Firefox does not read what is there', () => {
    mkdirSync(dirname(firefox()), { recursive: true })
    writeFileSync(firefox(), '\ufeff{"policies": {}}')
    const before = machine()
    expect(() => sh('install.sh')).toThrow()
    expect(machine()).toEqual(before)
    expect(existsSync(chrome())).toBe(false)
  })
})
