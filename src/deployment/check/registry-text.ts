import { endOfQuoted } from './quoted.ts'

/** A value as the registry holds it: a text, a number, lines; or bytes that are none of these. */
export type RegistryData = string | number | string[] | Uint8Array

/** A key of the registry: its values, and the keys below it. */
export interface RegistryKey {
  values: Record<string, RegistryData>
  keys: Record<string, RegistryKey>
}

/**
 * The tree that a registry file writes, read as Windows' registry editor reads it; undefined when it is none. Both versions (`REGEDIT4`, 5.00);
 * in UTF-16 with or without its mark, or in bytes; hives by their long and short names; values as texts, `dword:` of one to eight
 * digits, and `hex` forms, which go on over lines that end with `\`.
 */
export function registryTree(bytes: Uint8Array): RegistryKey | undefined {
  const text = decoded(bytes)
  const header = /^\ufeff?\s*(Windows Registry Editor Version 5\.00|REGEDIT4)\s*?\r?\n/.exec(text)
  if (!header) return undefined
  const wide = header[1] !== 'REGEDIT4'
  const tree: RegistryKey = { values: {}, keys: {} }
  let path: string[] | undefined
  for (const line of linesOf(text.slice(header[0].length))) {
    const key = /^\[(-?)(HK.+)\]\s*$/i.exec(line)
    // What a file takes away changes nothing here: what it writes after that is what holds.
    if (key) path = key[1] === '-' ? undefined : withHive(key[2]!)
    const value = path && valueOf(line)
    const data = value && dataOf(value.data, wide)
    if (!value || data === undefined) continue
    const at = path!.reduce((above, part) => below(above, part) ?? (above.keys[part] = { values: {}, keys: {} }), tree)
    at.values[value.name] = data
  }
  return tree
}

function decoded(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0)
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
}

/** Lines without comments; a text may itself go over lines, and hexadecimal bytes go on behind a `\`. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length;) {
    const end = endOfLine(text, from)
    lines.push(text.slice(from, end).trim())
    from = end + 1
  }
  return lines.filter((line) => line !== '' && !line.startsWith(';'))
}

function endOfLine(text: string, from: number): number {
  let at = from
  for (;;) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    const open = openText(text, from, end)
    if (open < 0 && !/,\s*\\\s*$/.test(text.slice(Math.max(from, end - 20), end))) return end
    at = open < 0 ? end + 1 : open
  }
}

/** Behind the end of a text that begins in this line and does not end in it; -1 where none does. */
function openText(text: string, from: number, end: number): number {
  for (let mark = text.indexOf('"', from); mark >= 0 && mark < end;) {
    const close = endOfQuoted(text, mark)
    if (close < 0) return -1
    if (close > end) return close
    mark = text.indexOf('"', close)
  }
  return -1
}

/** The name and the data of a value's line; the default value (`@`) is nobody's here. */
function valueOf(line: string): { name: string; data: string } | undefined {
  const end = line.startsWith('"') ? endOfQuoted(line, 0) : -1
  const data = end < 0 ? undefined : /^\s*=\s*/.exec(line.slice(end))?.[0]
  if (data === undefined) return undefined
  return { name: unescaped(line.slice(1, end - 1)), data: line.slice(end + data.length) }
}

const hives: Record<string, string> = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' }

function withHive(path: string): string[] {
  const [hive, ...parts] = path.split('\\')
  return [hives[hive!.toUpperCase()] ?? hive!.toUpperCase(), ...parts]
}

/** The key below, whose capitals the registry does not tell from small letters. */
export function below({ keys }: RegistryKey, name: string): RegistryKey | undefined {
  const known = Object.keys(keys).find((one) => one.toLowerCase() === name.toLowerCase())
  return known === undefined ? undefined : keys[known]
}

function dataOf(written: string, wide: boolean): RegistryData | undefined {
  const end = written.startsWith('"') ? endOfQuoted(written, 0) : -1
  if (end >= 0) return unescaped(written.slice(1, end - 1))
  const number = /^dword:([0-9a-f]{1,8})(?![0-9a-f])/i.exec(written)?.[1]
  if (number !== undefined) return Number.parseInt(number, 16)
  const [, type = '3', digits] = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,\s\\]*)/i.exec(written) ?? []
  return digits === undefined ? undefined : typed(type.toLowerCase(), digits, wide)
}

/** By the numbers of the registry's types: 1 and 2 are texts, 4 and 5 numbers, 7 lines. */
function typed(type: string, digits: string, wide: boolean): RegistryData {
  const bytes = Uint8Array.from(
    digits.split(/[,\s\\]+/).filter((byte) => byte !== ''),
    (byte) => Number.parseInt(byte, 16),
  )
  const text = () => new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes).replace(/\0+$/, '')
  const view = new DataView(bytes.buffer)
  if (type === '1' || type === '2') return text()
  if (type === '7') return text().split('\0')
  if ((type === '4' || type === '5') && bytes.length === 4) return view.getUint32(0, type === '4')
  return bytes
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1')
}
