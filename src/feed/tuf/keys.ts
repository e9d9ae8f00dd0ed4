import { digestOf, fromHex, toHex, type Bytes } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { rawFromDer } from './ecdsa-signature.ts'

/** A public key as metadata writes it. */
export interface Key {
  keytype: string
  scheme: string
  /** `public`: 64 hexadecimal digits for Ed25519, PEM for the others. */
  keyval: { public: string }
}

/** A scheme as WebCrypto needs it. */
interface Scheme {
  keytype: string
  algorithm: RsaHashedImportParams | EcKeyImportParams | Algorithm
  signing: RsaPssParams | EcdsaParams | Algorithm
  /** ECDSA: bytes of each of a signature's two numbers. */
  numberSize?: number
}

const ed25519 = { name: 'Ed25519' }

/** The schemes that count. What metadata says of a key's scheme chooses among them and nothing else. */
export const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['ed25519', { keytype: 'ed25519', algorithm: ed25519, signing: ed25519 }],
  ['ecdsa-sha2-nistp256', ecdsa('P-256', 'SHA-256', 32)],
  ['ecdsa-sha2-nistp384', ecdsa('P-384', 'SHA-384', 48)],
  [
    'rsassa-pss-sha256',
    {
      keytype: 'rsa',
      algorithm: { name: 'RSA-PSS', hash: 'SHA-256' },
      signing: { name: 'RSA-PSS', saltLength: 32 },
    },
  ],
])

function ecdsa(namedCurve: string, hash: string, numberSize: number): Scheme {
  return {
    keytype: 'ecdsa',
    algorithm: { name: 'ECDSA', namedCurve },
    signing: { name: 'ECDSA', hash },
    numberSize,
  }
}

/** The specification's minimum. */
const fewestRsaBits = 2048

/** The id of a key: the SHA-256 of its canonical form. */
export function keyIdOf(key: object): Promise<string> {
  return digestOf(canonicalJson(key))
}

/** Whether a signature is a key's own over `data`. A key of an unknown scheme, or that is none, signs nothing. */
export async function isSignedBy(key: Key, signature: string, data: Bytes): Promise<boolean> {
  const scheme = schemes.get(key.scheme)
  const given = fromHex(signature)
  // Older repositories name the curve in the key's type, too.
  if (!scheme || !given || (key.keytype !== scheme.keytype && key.keytype !== key.scheme)) return false
  const bytes = scheme.numberSize === undefined ? given : rawFromDer(given, scheme.numberSize)
  if (!bytes) return false
  try {
    const imported = await importKey(key.keyval.public, scheme)
    return imported !== undefined && (await crypto.subtle.verify(scheme.signing, imported, bytes, data))
  } catch {
    // Not a key of that scheme.
    return false
  }
}

/** A key's own bytes, hexadecimal, which tell it from others however it is written. Only for a key that has signed. */
export function publicBytes({ keyval, scheme }: Key): string {
  return scheme === 'ed25519' ? keyval.public.toLowerCase() : toHex(fromPem(keyval.public))
}

async function importKey(text: string, { algorithm, keytype }: Scheme): Promise<CryptoKey | undefined> {
  if (keytype === 'ed25519') {
    const raw = fromHex(text)
    if (!raw || isOfSmallOrder(raw)) return undefined
    return crypto.subtle.importKey('raw', raw, algorithm, false, ['verify'])
  }
  const key = await crypto.subtle.importKey('spki', fromPem(text), algorithm, false, ['verify'])
  const { modulusLength = fewestRsaBits } = key.algorithm as Partial<RsaKeyAlgorithm>
  return modulusLength < fewestRsaBits ? undefined : key
}

/** The bytes in a PEM text. */
export function fromPem(text: string): Bytes {
  const base64 = /-----BEGIN [^-]+-----([A-Za-z0-9+/=\s]+)-----END [^-]+-----/.exec(text)?.[1] ?? ''
  return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (one) => one.charCodeAt(0))
}

/**
 * Whether an Ed25519 key is one of the few points under which a signature can fit every message: not every browser asks.
 * Their y coordinates, least byte first; the first bit of the last byte is x's sign.
 */
function isOfSmallOrder(key: Uint8Array): boolean {
  const y = [...key.subarray(0, 31), key[31]! & 0x7f]
  const [first, middle, last] = [y[0]!, y.slice(1, 31), y[31]]
  if (first <= 1 && middle.every((byte) => byte === 0) && last === 0) return true
  // p - 1, and p and p + 1, which are 0 and 1 again.
  if (first >= 0xec && first <= 0xee && middle.every((byte) => byte === 0xff) && last === 0x7f) return true
  return ofOrderEight.includes(toHex(Uint8Array.from(y)))
}

const ofOrderEight = [
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2039fa2c39ccc64ec7fd7792ac037a',
]
