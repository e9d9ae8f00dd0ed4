/** What a registry file does, read as Microsoft describes it: https://support.microsoft.com/help/310516 */
export interface RegistryChange {
  keys: Map<string, Record<string, string | number>>
  deleted: Set<string>
  /** `key\name`. */
  deletedValues: Set<string>
}

export function readRegistry(text: string): RegistryChange {
  if (!text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n')) throw new Error('no registry file')
  if (/[^\r]\n/.test(text)) throw new Error('a line does not end as Windows ends it')
  const change: RegistryChange = { keys: new Map(), deleted: new Set(), deletedValues: new Set() }
  let key = ''
  for (const line of text.split('\r\n').slice(1)) {
    if (line === '') continue
    const section = /^\[(-?)(HKEY_[A-Z_]+\\.+)\]$/.exec(line)
    if (section) {
      key = section[2]!
      if (section[1] === '-') change.deleted.add(key)
      else change.keys.set(key, change.keys.get(key) ?? {})
      continue
    }
    const value = /^"((?:[^"\\]|\\.)*)"=(?:(-)|dword:([0-9a-f]{8})|"((?:[^"\\]|\\.)*)")$/.exec(line)
    if (!value) throw new Error(`a line that is none: ${line}`)
    const [, name, deletion, number, written] = value
    if (deletion) change.deletedValues.add(`${key}\\${unescaped(name!)}`)
    else change.keys.get(key)![unescaped(name!)] = number ? Number.parseInt(number, 16) : unescaped(written!)
  }
  return change
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}
