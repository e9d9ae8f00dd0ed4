/** Bytes that WebCrypto takes: not those of memory that several threads share. */
export type Bytes = Uint8Array<ArrayBuffer>

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes that hexadecimal digits stand for; undefined for anything else. */
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return undefined
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** The hexadecimal digest of bytes, or of a text as UTF-8. */
export async function digestOf(data: Uint8Array | string, hash = 'SHA-256'): Promise<string> {
  const bytes = typeof data === 'string' ? utf8(data) : (data as Bytes)
  return toHex(new Uint8Array(await crypto.subtle.digest(hash, bytes)))
}
