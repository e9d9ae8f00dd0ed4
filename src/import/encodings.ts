import { analyse } from 'chardet'
import { failed, type Result } from '../order/issue.ts'

/** A file's text, and the encoding by which it was read. */
export interface Decoded {
  text: string
  encoding: string
}

/** The encodings of registers. Others can be forced by any name that `TextDecoder` knows. */
const byGuess: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'windows-1250': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'windows-1251': 'windows-1251',
}

/**
 * Reads bytes as text: by the mark at their beginning, by what an XML declaration says, as UTF-8 where they are that, and else
 * as the likeliest of the encodings in which offices of Europe write.
 *
 * @param forced the name of an encoding, by which the bytes are read whatever they look like
 */
export function decode(bytes: Uint8Array, forced?: string): Result<Decoded> {
  const binary = forced === undefined ? containerOf(bytes) : undefined
  if (binary !== undefined) return failed([{ code: 'not-text', path: '', message: binary }])
  const encoding = forced ?? markOf(bytes) ?? zeroBytes(bytes) ?? declaredIn(bytes)
  if (encoding !== undefined) return decoded(bytes, encoding)
  try {
    return read(new TextDecoder('utf-8', { fatal: true }), bytes)
  } catch {
    return decoded(bytes, guessOf(bytes))
  }
}

function decoded(bytes: Uint8Array, encoding: string): Result<Decoded> {
  try {
    return read(new TextDecoder(encoding), bytes)
  } catch {
    const message = `"${encoding}" is no encoding: name one such as utf-8, utf-16le, windows-1250, windows-1251, windows-1252`
    return failed([{ code: 'encoding', path: '', message }])
  }
}

function read(decoder: TextDecoder, bytes: Uint8Array): Result<Decoded> {
  return { ok: true, value: { text: decoder.decode(bytes), encoding: decoder.encoding }, warnings: [] }
}

const containers: readonly [start: string, advice: string][] = [
  ['\u001f\u008b', 'is packed by gzip: unpack it, and give what was in it'],
  ['PK\u0003\u0004', 'is a ZIP archive or an office document: save the list as CSV or text'],
  ['%PDF', 'is a PDF: give its text, as pdftotext -layout writes it, with --format text'],
]

function containerOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return containers.find(([mark]) => start.startsWith(mark))?.[1]
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** In UTF-16 every other byte of a list of names is zero. */
function zeroBytes(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 1024)
  const zeros = (parity: number) => start.filter((byte, at) => at % 2 === parity && byte === 0).length
  const many = start.length / 4
  if (start.length < 4) return undefined
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : undefined
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(start)?.[1]
}

/** Words decide, and few lines of a list have any: of the bytes only the words are looked at that are not all ASCII. */
function guessOf(bytes: Uint8Array): string {
  const sample: number[] = []
  for (let at = bytes.findIndex(isHigh); at >= 0 && at < bytes.length && sample.length < 65_536;) {
    let from = at
    while (from > 0 && isLetter(bytes[from - 1]!)) from--
    while (at < bytes.length && isLetter(bytes[at]!)) at++
    sample.push(...bytes.subarray(from, Math.min(at, from + 60)), 0x20)
    while (at < bytes.length && !isHigh(bytes[at]!)) at++
  }
  const likely = analyse(Uint8Array.from(sample)).find(({ name }) => Object.hasOwn(byGuess, name))
  return likely ? byGuess[likely.name]! : 'windows-1252'
}

function isHigh(byte: number): boolean {
  return byte > 0x7f
}

/** A letter of ASCII, or whatever is not ASCII. */
function isLetter(byte: number): boolean {
  return byte > 0x7f || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
