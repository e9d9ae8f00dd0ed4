import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failed, type Issue, type Result } from '../../order/issue.ts'
import { publicKeyOf, signerOf, type Signer } from '../../feed/publishing/signer.ts'
import { keyIdOf, type Key } from '../../feed/tuf/keys.ts'

/** Holds private keys in PEM, one after the other, where no file may: in a build service, say. */
const variable = 'WRIT_KEYS'

/** A key that was read, and what its file is called without its ending: `root`, `targets-lyon`. */
export interface NamedKey {
  name: string
  keyId: string
  key: Key
}

export interface HeldKeys {
  signers: Signer[]
  /** Every key, private or public, with its name. */
  named: NamedKey[]
}

/** The keys in files, in folders, and in the environment. A private key that others can read is refused. */
export async function readKeys(places: readonly string[]): Promise<Result<HeldKeys>> {
  const held: HeldKeys = { signers: [], named: [] }
  const issues: Issue[] = []
  for (const place of places)
    for (const file of await keyFiles(place)) {
      const issue = await readKeyFile(file, held)
      if (issue) issues.push(issue)
    }
  const pems = process.env[variable]?.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g) ?? []
  for (const pem of pems) {
    const signer = await signerOf(pem)
    if (signer) held.signers.push(signer)
    else issues.push(issue('key-unknown', variable, 'holds a private key of an unknown kind'))
  }
  return issues.length > 0 ? failed(issues) : { ok: true, value: held, warnings: [] }
}

async function keyFiles(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place]
  const names = (await readdir(place)).filter((name) => /\.(?:pem|pub\.json)$/.test(name))
  return names.toSorted().map((name) => join(place, name))
}

async function readKeyFile(file: string, held: HeldKeys): Promise<Issue | undefined> {
  const text = await readFile(file, 'utf8')
  const name = basename(file).replace(/\.(?:pem|pub\.json|json)$/, '')
  if (text.includes('PRIVATE KEY')) {
    const { mode } = await stat(file)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      return issue('key-readable', file, 'can be read by others than its owner: chmod 600')
    const signer = await signerOf(text)
    if (!signer) return issue('key-unknown', file, 'is no private key in PKCS#8 that can be used here')
    held.signers.push(signer)
    held.named.push({ name, keyId: signer.keyId, key: signer.key })
    return undefined
  }
  const key = await publicKeyOf(text)
  if (!key) return issue('key-unknown', file, 'is no key: neither PEM nor what writ keygen writes')
  held.named.push({ name, keyId: await keyIdOf(key), key })
  return undefined
}

/** Public keys in files: their ids and what they are. */
export async function readPublicKeys(files: readonly string[]): Promise<Result<Map<string, Key>>> {
  const read = await readKeys(files)
  if (!read.ok) return read
  return { ok: true, value: new Map(read.value.named.map(({ keyId, key }) => [keyId, key])), warnings: [] }
}

function issue(code: string, path: string, message: string): Issue {
  return { code, path, message }
}
