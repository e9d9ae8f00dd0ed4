import { describe, expect, it } from 'vitest'
import { derFromRaw, rawFromDer } from '../../../src/feed/tuf/ecdsa-signature.ts'

const der = (...bytes: number[]) => Uint8Array.from(bytes)

describe('an ECDSA signature', () => {
  it.each([32, 48])('is the same in both forms, with numbers of %i bytes', (size) => {
    for (const [r, s] of [
      [0x01, 0xff],
      [0x80, 0x7f],
      [0x00, 0x01],
      [0x00, 0x80],
    ] as const) {
      const raw = new Uint8Array(2 * size)
      raw.fill(0x11)
      raw[0] = r
      raw[size] = s
      expect(rawFromDer(derFromRaw(raw), size)).toEqual(raw)
    }
  })

  it.each<[string, Uint8Array]>([
    ['nothing', der()],
    ['the raw form', new Uint8Array(64).fill(7)],
    ['a length that is wrong', der(0x30, 7, 2, 1, 1, 2, 1, 1)],
    ['bytes behind it', der(0x30, 7, 2, 1, 1, 2, 1, 1, 0)],
    ['a number that is cut off', der(0x30, 6, 2, 1, 1, 2, 2, 1)],
    ['one number', der(0x30, 3, 2, 1, 1)],
    ['a number without digits', der(0x30, 5, 2, 0, 2, 1, 1)],
    ['a negative number', der(0x30, 6, 2, 1, 0x80, 2, 1, 1)],
    ['a zero too many', der(0x30, 7, 2, 2, 0, 1, 2, 1, 1)],
    ['a number too long', der(0x30, 38, 2, 33, 1, ...new Uint8Array(32).fill(1), 2, 1, 1)],
    ['another type', der(0x30, 6, 3, 1, 1, 2, 1, 1)],
  ])('is refused as %s', (_, bytes) => expect(rawFromDer(bytes, 32)).toBeUndefined())
})
