import type { Issue } from '../../order/issue.ts'
import { isObject } from '../../order/reading/reader.ts'
import { deliverByChromium } from '../../policy/chromium-schema.ts'
import { managedIssues } from '../../policy/managed-issues.ts'
import type { PolicyFile } from './policy-file.ts'

/** The managed settings of Writ as one file has them, and where in it they stand. */
export interface ManagedPart {
  file: string
  kind: PolicyFile['kind']
  place: string
  /** Path of the settings in the file. */
  path: string
  /** The extension's id; absent where the place has none. */
  id?: string
  settings: unknown
}

/** Where each browser keeps extensions' settings inside `3rdparty`: in Firefox with a capital letter. */
export const extensionsKey = { chromium: 'extensions', firefox: 'Extensions' } as const

/** Writ's settings in a file: those of the extensions that `ids` names. */
export function managedParts(
  { path: file, place, kind, policies }: PolicyFile,
  ids: ReadonlySet<string>,
): ManagedPart[] {
  if (kind === 'admin-console') {
    const settings = Object.entries(policies).map(([key, entry]) => [key, isObject(entry) ? entry['Value'] : entry])
    return [{ file, kind, place, path: '', settings: Object.fromEntries(settings) }]
  }
  const key = extensionsKey[kind]
  const thirdParty = policies['3rdparty']
  const extensions = isObject(thirdParty) ? thirdParty[key] : undefined
  if (!isObject(extensions)) return []
  return Object.entries(extensions)
    .filter(([id]) => ids.has(id))
    .map(([id, settings]) => ({
      file,
      kind,
      place,
      path: `3rdparty.${key}.${id}`,
      id,
      settings: kind === 'firefox' ? asObject(settings) : settings,
    }))
}

/** Firefox takes the JSON text of an object for it, as its other forms of policy have it. */
export function asObject(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** The settings that reach the extension, and issues for everything that does not or cannot be used. */
export interface Received {
  settings: Record<string, unknown>
  issues: Issue[]
}

/**
 * The settings as the extension gets them. Chromium joins files by key, of which the last in the alphabet holds, and drops
 * what does not fit the schema; Firefox hands over what it has.
 */
export function receiveSettings(parts: readonly ManagedPart[]): Received {
  const given = parts
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ settings }) => (isObject(settings) ? settings : {}))
  const joined = Object.assign({}, ...given) as Record<string, unknown>
  const byChromium = parts.some(({ kind }) => kind !== 'firefox')
  return {
    settings: byChromium ? deliverByChromium(joined).settings : joined,
    issues: managedIssues(joined, byChromium),
  }
}
