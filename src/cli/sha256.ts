import { createHash } from 'node:crypto'

/** The SHA-256 of a text in UTF-8, hexadecimal, as browsers compute it of an order. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
