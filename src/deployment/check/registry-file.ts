import schema from '../../../public/managed_schema.json' with { type: 'json' }
import type { Issue } from '../../order/issue.ts'
import { isObject, join } from '../../order/reading/reader.ts'
import type { BrowserPolicies } from './browser-policies.ts'
import { flags } from './extension-settings.ts'
import { knownBrowsers } from './known-places.ts'
import { chromiumShapes, firefoxShapes } from './known-policies.ts'
import { below, registryTree, type RegistryData, type RegistryKey } from './registry-text.ts'

const hives = { HKEY_LOCAL_MACHINE: '', HKEY_CURRENT_USER: ', this user alone' }

/** A registry file's policies, browser by browser, as the browsers convert them; undefined when it is no registry file. */
export function registryPolicies(bytes: Uint8Array): BrowserPolicies[] | undefined {
  const tree = registryTree(bytes)
  if (!tree) return undefined
  return Object.entries(hives).flatMap(([hive, whose]) =>
    knownBrowsers.flatMap(({ title, kind, registry }): BrowserPolicies[] => {
      const root = `${hive}\\${registry}`
      const key = root.split('\\').reduce<RegistryKey | undefined>((above, name) => above && below(above, name), tree)
      if (!key) return []
      const issues: Issue[] = []
      return [{ kind, browser: `${title}${whose}`, root, policies: policiesOf(key, kind, issues), issues }]
    }),
  )
}

type Type = 'boolean' | 'string' | 'array' | 'object' | 'number' | undefined

function policiesOf(root: RegistryKey, kind: 'chromium' | 'firefox', issues: Issue[]): Record<string, unknown> {
  const shapes = kind === 'firefox' ? firefoxShapes : chromiumShapes
  const typeOf = (name: string): Type => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === 'boolean') return 'boolean'
    if (shape === 'list of texts') return 'array'
    if (Array.isArray(shape)) return 'number'
    return shape === undefined ? undefined : 'object'
  }
  const { '3rdparty': thirdParty, ...keys } = root.keys
  return {
    ...converted({ values: root.values, keys }, typeOf, '', issues),
    ...(thirdParty ? { '3rdparty': thirdPartyOf(thirdParty, kind, issues) } : {}),
  }
}

/** Chromium keeps an extension's settings one key further down, in `policy`. */
function thirdPartyOf(key: RegistryKey, kind: 'chromium' | 'firefox', issues: Issue[]): Record<string, unknown> {
  const typeOf = (name: string) => schema.properties[name as keyof typeof schema.properties]?.type as Type
  const settingsOf = (extension: RegistryKey, path: string) => {
    const own = kind === 'chromium' ? below(extension, 'policy') : extension
    if (!own && Object.keys(extension.values).length > 0) issues.push(withoutPolicyKey(path))
    return own ? converted(own, typeOf, path, issues) : {}
  }
  return Object.fromEntries(
    Object.entries(key.keys).map(([name, extensions]) => [
      name,
      Object.fromEntries(
        Object.entries(extensions.keys).map(([id, one]) => [id, settingsOf(one, join(join('3rdparty', name), id))]),
      ),
    ]),
  )
}

function withoutPolicyKey(path: string): Issue {
  return { code: 'registry-key', path, message: 'is not read here: the settings belong one key below, in "policy"' }
}

/** Numbers for booleans, JSON texts or keys for lists and objects: as the type asks. A key replaces a value of its name. */
function converted(
  { values, keys }: RegistryKey,
  typeOf: (name: string) => Type,
  path: string,
  issues: Issue[],
): Record<string, unknown> {
  for (const name of Object.keys(values).filter((value) => below({ values: {}, keys }, value)))
    issues.push({
      code: 'value-and-key',
      path: join(path, name),
      message: 'is a value and a key: the browser takes the key alone, and what the value says is lost',
    })
  const all = { ...values, ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, plain(key)])) }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, asType(value, typeOf(name))]))
}

function asType(value: RegistryData | Record<string, unknown>, type: Type): unknown {
  const written = typeof value === 'string' && /^[01]$/.test(value) ? Number(value) : value
  if (type === 'boolean' && (written === 0 || written === 1)) return written === 1
  if (type === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
  if (type === 'array' && isObject(value)) return Object.values(value)
  if (Array.isArray(value) && (type === 'object' || type === undefined)) return parsed(value.join('\n'))
  if ((type === 'array' || type === 'object') && typeof value === 'string') return parsed(value)
  return value
}

function plain({ values, keys }: RegistryKey): Record<string, unknown> {
  const own = Object.entries(values).map(([name, value]) => [
    name,
    asType(value, flags.has(name) ? 'boolean' : undefined),
  ])
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, plain(key)])),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
