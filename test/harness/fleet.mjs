import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packages } from '../scripts/packaging/packages.mjs'

const host = 'updates.writ.example'

/**
 * An administrator's side of a fleet: packages of the build on a local update server, and kits made by the command line,
 * whose files are what the browsers read.
 *
 * @param {import('./internet.mjs').Internet} internet
 */
export function startFleet(internet) {
  const own = mkdtempSync(join(tmpdir(), 'writ-fleet-'))
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  /** @type {Map<string, Uint8Array | string>} */
  const served = new Map()
  internet.add((visit) => {
    const body = visit.host === host ? served.get(visit.path.replace(/\?.*$/, '').slice(1)) : undefined
    if (body === undefined) return visit.host === host ? { status: 404, body: '' } : undefined
    const type = visit.path.includes('.xml') ? 'text/xml' : 'application/octet-stream'
    return { headers: { 'content-type': type }, body }
  })

  /**
   * Packages the build as this version and puts it on the update server: from then on browsers find it.
   *
   * @param {string} version
   */
  function publish(version) {
    const { files, chromiumId } = packages({
      chrome: versioned('chrome', version),
      firefox: versioned('firefox', version),
      source: {},
      privateKey,
      baseUrl: new URL(`http://${host}/`),
    })
    for (const [name, data] of Object.entries(files)) served.set(name, data)
    writeFileSync(join(own, 'install.json'), files['install.json'] ?? '')
    return chromiumId
  }

  /** @param {string} target @param {string} version */
  function versioned(target, version) {
    const folder = join(own, `${target}-${version}`)
    cpSync(`dist/${target}`, folder, { recursive: true })
    const file = join(folder, 'manifest.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }))
    return folder
  }

  /**
   * Makes a kit as an administrator does, over the last one of this name.
   *
   * @param {string} name
   * @param {Record<string, unknown>} config
   */
  function makeKit(name, config) {
    const folder = join(own, name)
    mkdirSync(folder, { recursive: true })
    const file = join(own, `${name}.json`)
    const shared = { organisation: 'A school', install: 'install.json', unsignedInFirefoxEsr: true }
    writeFileSync(file, JSON.stringify({ ...shared, ...config }))
    execFileSync(process.execPath, ['dist/cli/writ.js', 'policy', file, '--out', folder], { stdio: 'pipe' })
    return { chromium: join(folder, 'linux/chromium'), firefox: join(folder, 'firefox') }
  }

  return { publish, makeKit, close: () => rmSync(own, { recursive: true, force: true, maxRetries: 5 }) }
}

/** @typedef {ReturnType<typeof startFleet>} Fleet */
