import type { Bytes } from './bytes.ts'

/**
 * The two numbers of an ECDSA signature side by side, as WebCrypto wants them, from the DER form in which TUF writes them:
 * 30 LENGTH 02 LENGTH r 02 LENGTH s, each number without a sign and without leading zeros that it does not need.
 *
 * @param size bytes of each number: 32 for P-256, 48 for P-384
 * @returns undefined for anything else, the raw form among it
 */
export function rawFromDer(der: Uint8Array, size: number): Bytes | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 0x7f) return undefined
  const raw = new Uint8Array(2 * size)
  let at = 2
  for (const end of [size, 2 * size]) {
    const length = der[at + 1] ?? 0
    const number = der.subarray(at + 2, at + 2 + length)
    const padded = number[0] === 0
    if (der[at] !== 2 || length === 0 || number.length !== length || number[0]! > 0x7f) return undefined
    if (padded && length > 1 && number[1]! < 0x80) return undefined
    if (length - Number(padded) > size) return undefined
    raw.set(number.subarray(Number(padded)), end - length + Number(padded))
    at += 2 + length
  }
  return at === der.length ? raw : undefined
}

/** The same signature in DER form, from the form in which WebCrypto gives it. */
export function derFromRaw(raw: Uint8Array): Bytes {
  const half = raw.length / 2
  const numbers = [raw.subarray(0, half), raw.subarray(half)].flatMap((number) => {
    const first = number.findIndex((byte) => byte !== 0)
    const digits = first < 0 ? [0] : [...number.subarray(first)]
    if (digits[0]! > 0x7f) digits.unshift(0)
    return [2, digits.length, ...digits]
  })
  return Uint8Array.from([0x30, numbers.length, ...numbers])
}
