import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zip } from '../../scripts/packaging/archive.mjs'
import { crx3, extensionId, publicKeyOf } from '../../scripts/packaging/crx.mjs'
import { packages } from '../../scripts/packaging/packages.mjs'
import { signingKey } from '../../scripts/packaging/signing-key.mjs'
import manifest from '../../../manifest.json' with { type: 'json' }

const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const bytes = (text: string) => Buffer.from(text)

describe('a ZIP archive', () => {
  it('is the same whatever the order in which its files come', () => {
    const one = zip({ 'b.js': bytes('b'), 'a/c.js': bytes('c'), 'a.js': bytes('a') })
    const other = zip({ 'a.js': bytes('a'), 'b.js': bytes('b'), 'a/c.js': bytes('c') })
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    expect(Object.keys(unzipSync(one))).toEqual(['a.js', 'a/c.js', 'b.js'])
  })

  it('differs when one byte does', () => {
    expect(Buffer.from(zip({ a: bytes('a') })).equals(Buffer.from(zip({ a: bytes('b') })))).toBe(false)
  })
})

describe('a CRX', () => {
  const archive = zip({ 'manifest.json': bytes('{}') })
  const crx = crx3(archive, key.privateKey)

  /** Reads the header as crx3.proto describes it: length-delimited fields, by number. */
  function fieldsOf(message: Buffer): Map<number, Buffer> {
    const fields = new Map<number, Buffer>()
    let at = 0
    const varint = () => {
      let value = 0
      for (let shift = 1; ; shift *= 128) {
        const byte = message[at++]!
        value += (byte & 127) * shift
        if (byte < 128) return value
      }
    }
    while (at < message.length) {
      const number = varint() >>> 3
      const length = varint()
      fields.set(number, message.subarray(at, at + length))
      at += length
    }
    return fields
  }

  it('is signed over its id and its archive', () => {
    expect(crx.subarray(0, 4).toString()).toBe('Cr24')
    expect(crx.readUInt32LE(4)).toBe(3)
    const size = crx.readUInt32LE(8)
    const header = fieldsOf(crx.subarray(12, 12 + size))
    const proof = fieldsOf(header.get(2)!)
    const signedData = header.get(10_000)!
    const length = Buffer.alloc(4)
    length.writeUInt32LE(signedData.length)
    const rest = crx.subarray(12 + size)
    const signed = Buffer.concat([bytes('CRX3 SignedData\0'), length, signedData, rest])
    const publicKey = createPublicKey({ key: proof.get(1)!, format: 'der', type: 'spki' })
    expect(verify('sha256', signed, publicKey, proof.get(2)!)).toBe(true)
    const digest = createHash('sha256').update(proof.get(1)!).digest()
    expect(fieldsOf(signedData).get(1)!.equals(digest.subarray(0, 16))).toBe(true)
    expect(rest.equals(Buffer.from(archive))).toBe(true)
  })

  it('is the same each time', () => expect(crx3(archive, key.privateKey).equals(crx)).toBe(true))

  it('has the id that Chromium computes from the public key', () => {
    // The manifest's key and the id under which Chromium loads the unpacked build.
    expect(extensionId(Buffer.from(manifest.key, 'base64'))).toMatch(/^[a-p]{32}$/)
    expect(extensionId(publicKeyOf(key.privateKey))).not.toBe(extensionId(Buffer.from(manifest.key, 'base64')))
  })
})

describe('the signing key', () => {
  it('is refused where the fleet has the id of another', () => {
    const folder = mkdtempSync(join(tmpdir(), 'writ-key-'))
    const file = join(folder, 'key.pem')
    writeFileSync(file, key.privateKey)
    const id = extensionId(publicKeyOf(key.privateKey))
    expect(signingKey(file, id).key).toBe(key.privateKey)
    expect(() => signingKey(file, 'a'.repeat(32))).toThrow(`is the key of ${id}, not of aaaa`)
    rmSync(folder, { recursive: true })
  })
})

describe('the packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'writ-packages-'))
  beforeAll(() => writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest)))
  afterAll(() => rmSync(folder, { recursive: true }))
  const made = (baseUrl?: string, version?: string) =>
    packages({
      ...(version ? { version } : {}),
      chrome: folder,
      firefox: folder,
      source: { 'README.md': bytes('# Writ') },
      privateKey: key.privateKey,
      ...(baseUrl ? { baseUrl: new URL(baseUrl) } : {}),
    })
  it('have another number where older code goes back to a fleet', () => {
    const { version, files } = made('https://a.example/', '7.0.1')
    expect(version).toBe('7.0.1')
    expect(Object.keys(files)).toContain('writ-7.0.1.crx')
    expect(files['updates.xml']).toContain('version="7.0.1"')
    expect(
      JSON.parse(Buffer.from(unzipSync(files['writ-7.0.1.xpi'] as Uint8Array)['manifest.json']!).toString()).version,
    ).toBe('7.0.1')
  })

  const filesOf = (files: Record<string, Uint8Array | string>, ending: string) => {
    const name = Object.keys(files).find((file) => file.endsWith(ending))!
    const archive = files[name] as Uint8Array
    const start = ending === '.crx' ? 12 + Buffer.from(archive).readUInt32LE(8) : 0
    return unzipSync(archive.subarray(start))
  }
  const contentOf = (files: Record<string, Uint8Array | string>, ending: string) =>
    JSON.parse(Buffer.from(filesOf(files, ending)['manifest.json']!).toString())

  it('say of themselves what each of their readers needs', () => {
    const { files, chromiumId } = made('https://intranet.example/writ/')
    expect(contentOf(files, '-chrome-store.zip')).not.toHaveProperty('key')
    const crx = contentOf(files, '.crx')
    expect(extensionId(Buffer.from(crx.key, 'base64'))).toBe(chromiumId)
    expect(crx.update_url).toBe('https://intranet.example/writ/updates.xml')
    const { gecko } = contentOf(files, '.xpi').browser_specific_settings
    expect(gecko.update_url).toBe('https://intranet.example/writ/updates.json')
    expect(contentOf(files, '-firefox-store.zip').browser_specific_settings.gecko).not.toHaveProperty('update_url')
  })

  it('have the Firefox id of whoever lets Mozilla sign', () => {
    const { files, firefoxId } = packages({
      chrome: folder,
      firefox: folder,
      source: {},
      privateKey: key.privateKey,
      firefoxId: 'writ@school.example',
      baseUrl: new URL('https://intranet.example/'),
    })
    expect(firefoxId).toBe('writ@school.example')
    expect(contentOf(files, '.xpi').browser_specific_settings.gecko.id).toBe(firefoxId)
    expect(Object.keys(JSON.parse(files['updates.json'] as string).addons)).toEqual([firefoxId])
    expect(JSON.parse(files['install.json'] as string).firefox.id).toBe(firefoxId)
  })

  it('for fleets require what a policy cannot grant otherwise', () => {
    const { files } = made()
    for (const ending of ['.crx', '.xpi']) {
      expect(contentOf(files, ending).permissions).toContain('privacy')
      expect(contentOf(files, ending)).not.toHaveProperty('optional_permissions')
    }
    expect(contentOf(files, '-chrome-store.zip').permissions).not.toContain('privacy')
  })

  it('are found by the update manifests, which are there only where an address is known', () => {
    const { files, chromiumId, firefoxId, version } = made('file:///srv/writ%20files/')
    const xml = new DOMParser().parseFromString(files['updates.xml'] as string, 'text/xml')
    const [check] = xml.getElementsByTagName('updatecheck')
    expect(xml.getElementsByTagName('app')[0]!.getAttribute('appid')).toBe(chromiumId)
    expect(check!.getAttribute('codebase')).toBe(`file:///srv/writ%20files/writ-${version}.crx`)
    expect(check!.getAttribute('version')).toBe(version)
    expect(JSON.parse(files['updates.json'] as string).addons[firefoxId].updates).toEqual([
      { version, update_link: `file:///srv/writ%20files/writ-${version}.xpi` },
    ])
    // Firefox refuses an update address that is not https.
    expect(contentOf(files, '.xpi').browser_specific_settings.gecko).not.toHaveProperty('update_url')
    expect(Object.keys(made().files).filter((name) => /updates|install/.test(name))).toEqual([])
  })

  it('bring the notices of what they hold of others, and a bill of materials, and nothing that differs by build', () => {
    mkdirSync(join(folder, 'licenses'), { recursive: true })
    const idb = { name: 'idb', version: '8.0.4', identifier: 'ISC', text: 'ISC License, by its author' }
    writeFileSync(join(folder, 'licenses/a.json'), JSON.stringify([idb]))
    writeFileSync(join(folder, 'licenses/b.json'), JSON.stringify([{ name: '@a/b', version: '1.0.0' }, idb]))
    const lock = { packages: { 'node_modules/x/node_modules/idb': { version: '8.0.4', integrity: 'sha512-AAE=' } } }
    const { files } = packages({
      chrome: folder,
      firefox: folder,
      source: { 'package-lock.json': bytes(JSON.stringify(lock)) },
      privateKey: key.privateKey,
    })
    for (const ending of ['-chrome-store.zip', '-firefox-store.zip', '.crx', '.xpi']) {
      const inside = filesOf(files, ending)
      expect(Object.keys(inside)).toEqual(['THIRD-PARTY-NOTICES.txt', 'bom.cdx.json', 'manifest.json'])
      const text = Buffer.from(inside['THIRD-PARTY-NOTICES.txt']!).toString()
      expect(text.split('ISC License, by its author')).toHaveLength(2)
      const bom = JSON.parse(Buffer.from(inside['bom.cdx.json']!).toString())
      expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
      expect(bom).not.toHaveProperty('serialNumber')
      expect(bom.metadata).not.toHaveProperty('timestamp')
      expect(bom.components.map(({ purl }: { purl: string }) => purl)).toEqual([
        'pkg:npm/%40a/b@1.0.0',
        'pkg:npm/idb@8.0.4',
      ])
      expect(bom.components[1].hashes).toEqual([{ alg: 'SHA-512', content: '0001' }])
    }
    rmSync(join(folder, 'licenses'), { recursive: true })
  })

  it('have their sums', () => {
    const { files } = made('https://intranet.example/')
    const sums = (files['SHA256SUMS'] as string).trim().split('\n')
    expect(sums).toHaveLength(Object.keys(files).length - 1)
    for (const line of sums) {
      const [sum, name] = line.split('  ')
      expect(createHash('sha256').update(files[name!]!).digest('hex')).toBe(sum)
    }
  })
})
