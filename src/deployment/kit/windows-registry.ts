import type { ChromiumName, ChromiumPolicies } from './chromium.ts'
import type { KitFile } from './files.ts'
import type { Policies } from './layers.ts'

type RegistryValue = number | string

/** A key with its values; `undefined` deletes a value, and no values at all delete the key. */
interface RegistryKey {
  path: string
  values?: Record<string, RegistryValue | undefined>
}

/** Where each browser looks for policies in the registry. */
export const registryRoots: Record<ChromiumName | 'firefox', string> = {
  chrome: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
  chromium: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Chromium',
  firefox: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox',
}

/**
 * The extension's own entry is a key of its own, so that other extensions' entries stay. Lists and objects among the
 * settings are JSON texts, which Chromium converts by the extension's schema: as subkeys "1", "2" ... a list would come in
 * the order of texts, 10 before 2.
 */
export function chromiumKeys(browser: ChromiumName, id: string, policies: ChromiumPolicies): RegistryKey[] {
  const root = registryRoots[browser]
  return [
    { path: `${root}\\ExtensionSettings\\${id}` },
    { path: `${root}\\ExtensionSettings\\${id}`, values: registryValues(policies.extension) },
    { path: `${root}\\3rdparty\\extensions\\${id}\\policy` },
    { path: `${root}\\3rdparty\\extensions\\${id}\\policy`, values: registryValues(policies.settings) },
    ...layerKeys(root, policies.layers),
  ]
}

/** Firefox takes JSON texts for what is not a number or a text, settings of extensions included. */
export function firefoxKeys(id: string, policies: Policies): RegistryKey[] {
  const { '3rdparty': thirdParty, ...browser } = policies as { '3rdparty': { Extensions: Record<string, Policies> } }
  const root = registryRoots.firefox
  const settings = `${root}\\3rdparty\\Extensions\\${id}`
  return [
    { path: root, values: registryValues(browser) },
    { path: settings },
    { path: settings, values: registryValues(thirdParty.Extensions[id] ?? {}) },
  ]
}

/** A file that takes the same keys and values away again. */
export function removing(keys: readonly RegistryKey[]): RegistryKey[] {
  const deleted = new Set(keys.filter(({ values }) => values === undefined).map(({ path }) => path))
  return [
    ...[...deleted].map((path) => ({ path })),
    ...keys.flatMap(({ path, values }) =>
      values === undefined || deleted.has(path)
        ? []
        : [{ path, values: Object.fromEntries(Object.keys(values).map((name) => [name, undefined])) }],
    ),
  ]
}

/** A browser's list is a key with numbered values: ours begin where an administrator's own hardly ever are. */
const firstEntry = 7_001

function layerKeys(root: string, policies: Policies): RegistryKey[] {
  const lists = Object.entries(policies).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))
  const single = Object.fromEntries(Object.entries(policies).filter(([, value]) => !Array.isArray(value)))
  return [
    { path: root, values: registryValues(single) },
    ...lists.map(([name, entries]) => ({
      path: `${root}\\${name}`,
      values: Object.fromEntries(entries.map((entry, at) => [String(firstEntry + at), entry])),
    })),
  ]
}

function registryValues(policies: Policies): Record<string, RegistryValue> {
  return Object.fromEntries(
    Object.entries(policies).map(([name, value]) => [
      name,
      typeof value === 'boolean'
        ? Number(value)
        : typeof value === 'number' || typeof value === 'string'
          ? value
          : JSON.stringify(value),
    ]),
  )
}

/** The text of a registry file, version 5. */
export function registryFile(path: string, keys: readonly RegistryKey[]): KitFile {
  const lines = keys.flatMap((key) => [
    '',
    key.values === undefined ? `[-${key.path}]` : `[${key.path}]`,
    ...Object.entries(key.values ?? {}).map(([name, value]) => `${quoted(name)}=${valueText(value)}`),
  ])
  const text = ['Windows Registry Editor Version 5.00', ...lines, ''].join('\r\n')
  return { path, text: `\ufeff${text}`, encoding: 'utf16le' }
}

function valueText(value: RegistryValue | undefined): string {
  if (value === undefined) return '-'
  return typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : quoted(value)
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
