import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { reasonOf } from '../../order/issue.ts'
import { endOfQuoted } from './quoted.ts'

/** A JSON file as a browser takes it: its value, or why the browser ignores the file whole. */
export type ReadJson = { value: unknown; text: string } | { refused: string }

/**
 * Reads as Chromium 156 reads a policy file, every row measured in it.
 *
 *   taken:    comments; a comma after the last entry; a byte order mark; a raw line break or `\x61` in a text
 *   refused:  UTF-16, bytes that are not UTF-8, a raw tab or half a surrogate pair in a text, 200 levels and more
 */
export function readAsChromium(bytes: Uint8Array): ReadJson {
  const text = utf8Text(bytes)
  if (text === undefined) return { refused: notUtf8(bytes) }
  const plain = text.replace(/^\ufeff/, '')
  try {
    if (fraction.test(plain)) throw new SyntaxError('has a number with a fraction')
    return whole(JSON.parse(plain), plain)
  } catch {
    const strict = strictJson(plain)
    const errors: ParseError[] = []
    const value: unknown = parse(strict, errors, { allowTrailingComma: true })
    const [first] = errors
    return first ? { refused: `is not JSON (${errorAt(strict, first)})` } : whole(value, strict)
  }
}

/** A number that no policy takes, even `1.0` where 1 is meant; it may stand in a text too, and is then looked at more closely. */
const fraction = /[:,[]\s*-?\d+(?:\.\d|e)/i

/** Chromium's texts as strict JSON has them, its comments as blanks, line breaks in their place, and fractions as texts. */
function strictJson(text: string): string {
  const parts: string[] = []
  let from = 0
  const begins = /"|\/\/|\/\*|-?(?:0|[1-9]\d*)(?:\.\d+(?:e[+-]?\d+)?|e[+-]?\d+)/gi
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const end = endOf(text, found)
    if (end < 0) break
    parts.push(text.slice(from, found.index), strictToken(text.slice(found.index, end)))
    begins.lastIndex = from = end
  }
  return parts.join('') + text.slice(from)
}

function strictToken(token: string): string {
  if (token.startsWith('"')) return strictText(token)
  return token.startsWith('/') ? token.replaceAll(/[^\n\r]/g, ' ') : `"${token}"`
}

/** Behind the token that begins here; -1 where it does not end. */
function endOf(text: string, { 0: token, index }: RegExpExecArray): number {
  if (!/^["/]/.test(token)) return index + token.length
  if (token === '"') return endOfQuoted(text, index)
  const end = text.indexOf(token === '//' ? '\n' : '*/', index + 2)
  return token === '//' ? (end < 0 ? text.length : end) : end < 0 ? -1 : end + 2
}

function strictText(token: string): string {
  return token.replaceAll(/\\x([0-9a-f]{2})|\\[\s\S]|\r\n|[\n\r]/gi, (found, hex?: string) =>
    hex !== undefined ? `\\u00${hex}` : found.startsWith('\\') ? found : '\\n',
  )
}

const mostLevels = 199

function whole(value: unknown, text: string): ReadJson {
  if (isDeeper(value, mostLevels)) return { refused: `is nested more than ${mostLevels} levels deep` }
  const half = /\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i.test(text)
  return half ? { refused: 'has half a surrogate pair (\\ud800) in a text' } : { value, text }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((below) => isDeeper(below, levels - 1))
}

function errorAt(text: string, { error, offset }: ParseError): string {
  const before = text.slice(0, offset).split('\n')
  const words = printParseErrorCode(error).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words}, line ${before.length}, column ${before.at(-1)!.length + 1}`
}

/**
 * Reads as Firefox ESR 153 reads `policies.json`, every row measured in it: strict JSON, which a byte order mark, as editors on
 * Windows write it, is not. Bytes that are not UTF-8 become replacement characters.
 */
export function readAsFirefox(bytes: Uint8Array): ReadJson {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.startsWith('\ufeff'))
    return { refused: 'begins with a byte order mark, which Firefox does not take: save it as UTF-8 without' }
  if (isUtf16(bytes)) return { refused: notUtf8(bytes) }
  try {
    return { value: JSON.parse(text), text }
  } catch (error) {
    const lenient = readAsChromium(bytes)
    const remedy =
      'value' in lenient ? ': Firefox takes no comment, no comma after the last entry and no raw line break' : ''
    return { refused: `is not JSON (${reasonOf(error)})${remedy}` }
  }
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function notUtf8(bytes: Uint8Array): string {
  return isUtf16(bytes)
    ? 'is UTF-16, as Windows’ editors and PowerShell 5 write it: save it as UTF-8'
    : 'holds bytes that are not UTF-8: save it as UTF-8'
}
