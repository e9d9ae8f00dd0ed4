import { createHash, createPublicKey, sign } from 'node:crypto'

/**
 * The public half of a signing key as the manifest's `key` and a CRX hold it: SubjectPublicKeyInfo, DER.
 *
 * @param {string} privateKey PEM
 */
export function publicKeyOf(privateKey) {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
}

/**
 * The id that Chromium gives to an extension signed with a key: the first half of the key's SHA-256, its hexadecimal
 * digits written as the letters a to p.
 *
 * @param {Buffer} publicKey
 */
export function extensionId(publicKey) {
  return crxId(publicKey)
    .toString('hex')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
}

/** @param {Buffer} publicKey */
function crxId(publicKey) {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16)
}

/**
 * A ZIP archive signed as a CRX3 (chromium: components/crx_file/crx3.proto). RSA with PKCS #1 v1.5 adds nothing random:
 * the same archive and key give the same bytes.
 *
 * @param {Uint8Array} archive
 * @param {string} privateKey PEM, RSA
 */
export function crx3(archive, privateKey) {
  const publicKey = publicKeyOf(privateKey)
  const signedData = field(1, crxId(publicKey))
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, archive])
  const proof = Buffer.concat([field(1, publicKey), field(2, sign('sha256', signed, privateKey))])
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)])
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, archive])
}

/** A protocol buffer's length-delimited field. @param {number} number @param {Uint8Array} bytes */
function field(number, bytes) {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])
}

/** @param {number} value */
function varint(value) {
  const bytes = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128)
  return Buffer.from([...bytes, value])
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
