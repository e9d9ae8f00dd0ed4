import { createHash } from 'node:crypto'

/** The namespace of Writ's own names: a random UUID. */
const namespace = Buffer.from('3d7c7a2e9b1f4c52a0c45d0f6a4e8b11', 'hex')

/** A name-based UUID, version 5 (RFC 9562, section 5.5): the same for the same name, in upper case as Apple writes it. */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes
    .toString('hex')
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
