import schema from '../../../public/managed_schema.json' with { type: 'json' }
import { isObject } from '../../order/reading/reader.ts'
import { registryRoots } from '../kit/windows-registry.ts'
import type { BrowserPolicies } from './browser-policies.ts'
import { flags } from './extension-settings.ts'
import { chromiumShapes, firefoxShapes } from './known-policies.ts'

/** A key of the registry: its values, and the keys below it. */
interface Key {
  values: Record<string, string | number>
  keys: Record<string, Key>
}

/** A registry file's policies, browser by browser, as the browsers convert them; undefined when it is no registry file. */
export function registryPolicies(text: string): BrowserPolicies[] | undefined {
  if (!/^\ufeff?Windows Registry Editor Version 5\.00\r?\n/.test(text)) return undefined
  const tree = readKeys(text)
  return Object.entries(registryRoots).flatMap(([browser, root]) => {
    const key = root.split('\\').reduce<Key | undefined>((above, name) => above && below(above, name), tree)
    const kind = browser === 'firefox' ? 'firefox' : 'chromium'
    return key ? [{ kind, root, policies: policiesOf(key, kind) } as const] : []
  })
}

/** Deletions change nothing here: what is added after them is what holds. */
function readKeys(text: string): Key {
  const tree: Key = { values: {}, keys: {} }
  let path: string[] = []
  for (const line of text.split(/\r?\n/)) {
    path = /^\[(HK.+)\]$/.exec(line)?.[1]?.split('\\') ?? path
    const value = /^"((?:[^"\\]|\\.)*)"=(?:dword:([0-9a-f]{8})|"((?:[^"\\]|\\.)*)")$/i.exec(line)
    if (!value) continue
    const [, name, number, written] = value
    const key = path.reduce((above, part) => below(above, part) ?? added(above, part), tree)
    key.values[unescaped(name!)] = number ? Number.parseInt(number, 16) : unescaped(written!)
  }
  return tree
}

function added({ keys }: Key, name: string): Key {
  return (keys[name] = { values: {}, keys: {} })
}

/** The registry does not tell capitals from small letters. */
function below({ keys }: Key, name: string): Key | undefined {
  const known = Object.keys(keys).find((one) => one.toLowerCase() === name.toLowerCase())
  return known === undefined ? undefined : keys[known]
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}

type Type = 'boolean' | 'string' | 'array' | 'object' | undefined

function policiesOf(root: Key, kind: 'chromium' | 'firefox'): Record<string, unknown> {
  const shapes = kind === 'firefox' ? firefoxShapes : chromiumShapes
  const typeOf = (name: string): Type => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === 'boolean') return 'boolean'
    if (shape === 'list of texts') return 'array'
    return shape === undefined || Array.isArray(shape) ? undefined : 'object'
  }
  const { '3rdparty': thirdParty, ...keys } = root.keys
  return {
    ...converted({ values: root.values, keys }, typeOf),
    ...(thirdParty ? { '3rdparty': thirdPartyOf(thirdParty, kind) } : {}),
  }
}

/** Chromium keeps an extension's settings one key further down, in `policy`. */
function thirdPartyOf(key: Key, kind: 'chromium' | 'firefox'): Record<string, unknown> {
  const typeOf = (name: string) => schema.properties[name as keyof typeof schema.properties]?.type as Type
  const settings = (extension: Key) =>
    converted(kind === 'chromium' ? (below(extension, 'policy') ?? extension) : extension, typeOf)
  return Object.fromEntries(
    Object.entries(key.keys).map(([name, extensions]) => [
      name,
      Object.fromEntries(Object.entries(extensions.keys).map(([id, extension]) => [id, settings(extension)])),
    ]),
  )
}

/** Numbers for booleans, JSON texts or keys for lists and objects: as the type asks. */
function converted({ values, keys }: Key, typeOf: (name: string) => Type): Record<string, unknown> {
  const all = { ...values, ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, plain(key)])) }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, asType(value, typeOf(name))]))
}

function asType(value: unknown, type: Type): unknown {
  if (type === 'boolean' && (value === 0 || value === 1)) return value === 1
  if (type === 'array' && isObject(value)) return Object.values(value)
  if ((type === 'array' || type === 'object') && typeof value === 'string') return parsed(value)
  return value
}

function plain({ values, keys }: Key): Record<string, unknown> {
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
