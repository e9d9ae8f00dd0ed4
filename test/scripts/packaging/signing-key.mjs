import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { extensionId, publicKeyOf } from './crx.mjs'

/** Outside every clone: no commit takes it along, and no `git clean` takes it away. */
export const usualKeyFile = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'writ', 'signing-key.pem')

/**
 * The key that signs for Chromium, and by which it knows the extension. A file that was named must be there; the usual one
 * is made where there is none, since a fleet's first package needs one and its owner should not have to know how.
 *
 * @param {string} [file]
 * @param {string} [expectedId] the id that the fleet has: another key would be another extension, and cut the fleet in two
 * @returns {{ key: string, file: string, made: boolean }} PEM
 */
export function signingKey(file, expectedId) {
  if (expectedId === undefined) return keyAt(file)
  const found = keyAt(file ?? usualKeyFile)
  const id = extensionId(publicKeyOf(found.key))
  if (id === expectedId) return found
  throw new Error(`${found.file} is the key of ${id}, not of ${expectedId}: name the fleet's key with --key`)
}

/** @param {string} [file] */
function keyAt(file) {
  if (file !== undefined) return { key: read(file), file, made: false }
  try {
    return { key: readFileSync(usualKeyFile, 'utf8'), file: usualKeyFile, made: false }
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })
    mkdirSync(dirname(usualKeyFile), { recursive: true, mode: 0o700 })
    writeFileSync(usualKeyFile, privateKey, { mode: 0o600, flag: 'wx' })
    return { key: privateKey, file: usualKeyFile, made: true }
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file} cannot be read: name the key's PEM file, or leave --key out to use ${usualKeyFile}`)
  }
}
