import { toHex, type Bytes } from '../tuf/bytes.ts'
import { derFromRaw } from '../tuf/ecdsa-signature.ts'
import { fromPem, keyIdOf, schemes, type Key } from '../tuf/keys.ts'

/** Whoever can sign with a key. */
export interface Signer {
  keyId: string
  key: Key
  /** The hexadecimal signature of some bytes, in the form that TUF gives it. */
  sign(data: Bytes): Promise<string>
}

/** The schemes of which keys can be made here; Ed25519 unless a signing service or a security key needs another. */
export type SchemeName = 'ed25519' | 'ecdsa-sha2-nistp256' | 'ecdsa-sha2-nistp384' | 'rsassa-pss-sha256'

const rsaBits = 3072

/** A new private key, as PKCS#8 in PEM. */
export async function makePrivateKey(name: SchemeName): Promise<string> {
  const { algorithm } = schemes.get(name)!
  const rsa = { modulusLength: rsaBits, publicExponent: Uint8Array.of(1, 0, 1) }
  const pair = await crypto.subtle.generateKey({ ...algorithm, ...(algorithm.name === 'RSA-PSS' ? rsa : {}) }, true, [
    'sign',
    'verify',
  ])
  const { privateKey } = pair as CryptoKeyPair
  return toPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', privateKey))
}

/** The signer that a private key in PEM makes; undefined for another text, or a key of no scheme that TUF knows. */
export async function signerOf(pem: string): Promise<Signer | undefined> {
  if (!pem.includes('-----BEGIN PRIVATE KEY-----')) return undefined
  for (const [scheme, { keytype, algorithm, signing, numberSize }] of schemes) {
    const privateKey = await imported(pem, algorithm)
    if (!privateKey) continue
    const key: Key = { keytype, scheme, keyval: { public: await publicTextOf(privateKey, algorithm) } }
    return {
      keyId: await keyIdOf(key),
      key,
      async sign(data) {
        const raw = new Uint8Array(await crypto.subtle.sign(signing, privateKey, data))
        return toHex(numberSize === undefined ? raw : derFromRaw(raw))
      },
    }
  }
  return undefined
}

/**
 * A public key from what `writ keygen` writes beside a private one, or from PEM, which is what signing services and security
 * keys give out; undefined for another text.
 */
export async function publicKeyOf(text: string): Promise<Key | undefined> {
  if (text.trimStart().startsWith('-----BEGIN PUBLIC KEY-----')) return publicKeyOfPem(text)
  try {
    const { keytype, scheme, keyval } = JSON.parse(text) as Key
    return schemes.has(scheme) && typeof keyval.public === 'string' ? { keytype, scheme, keyval } : undefined
  } catch {
    return undefined
  }
}

async function publicKeyOfPem(pem: string): Promise<Key | undefined> {
  for (const [scheme, { keytype, algorithm }] of schemes) {
    try {
      const key = await crypto.subtle.importKey('spki', fromPem(pem), algorithm, true, ['verify'])
      return { keytype, scheme, keyval: { public: await writtenPublic(key, algorithm) } }
    } catch {
      // Not a key of that scheme.
    }
  }
  return undefined
}

async function imported(pem: string, algorithm: EcKeyImportParams | Algorithm): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('pkcs8', fromPem(pem), algorithm, true, ['sign'])
  } catch {
    // Not a key of that scheme.
    return undefined
  }
}

/** WebCrypto leads from a private key to its public one by way of JWK alone. */
async function publicTextOf(privateKey: CryptoKey, algorithm: EcKeyImportParams | Algorithm): Promise<string> {
  const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', privateKey)
  const fields = Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined)
  return writtenPublic(
    await crypto.subtle.importKey('jwk', Object.fromEntries(fields), algorithm, true, ['verify']),
    algorithm,
  )
}

async function writtenPublic(key: CryptoKey, algorithm: Algorithm): Promise<string> {
  return algorithm.name === 'Ed25519'
    ? toHex(new Uint8Array(await crypto.subtle.exportKey('raw', key)))
    : toPem('PUBLIC KEY', await crypto.subtle.exportKey('spki', key))
}

function toPem(label: string, data: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(data)))
  return `-----BEGIN ${label}-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END ${label}-----\n`
}
