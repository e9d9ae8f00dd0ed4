import { isObject } from '../../order/reading/reader.ts'
import { bringing } from '../../policy/held-values.ts'
import { managedKeys } from '../../policy/policy.ts'
import { likelyName } from './known-policies.ts'
import { extensionsKey } from './managed-settings.ts'
import type { PolicyFile } from './policy-file.ts'

/**
 * The ids under which Writ is met with in these files: those of its packages, where something says them; else of extensions
 * whose settings have a key of Writ, if only a misspelt one, or whose package is called so.
 */
export function writsIds(files: readonly PolicyFile[], known: readonly string[]): Set<string> {
  const ids = new Set(known)
  const settings = files.flatMap(settingsById)
  for (const [id, values] of settings) if (keysLike(values, bringing)) ids.add(id)
  for (const id of files.flatMap(installedAsWrit)) ids.add(id)
  if (ids.size > 0) return ids
  return new Set(settings.filter(([, values]) => keysLike(values, managedKeys)).map(([id]) => id))
}

function settingsById({ kind, policies }: PolicyFile): [id: string, settings: unknown][] {
  if (kind === 'admin-console') return []
  const thirdParty = policies['3rdparty']
  const both = isObject(thirdParty) ? [thirdParty[extensionsKey[kind]], ...Object.values(thirdParty)] : []
  return both.filter(isObject).flatMap((extensions) => Object.entries(extensions))
}

function keysLike(settings: unknown, names: readonly string[]): boolean {
  return isObject(settings) && Object.keys(settings).some((key) => likelyName(key, names) !== undefined)
}

/** Packages are called `writ-1.0.0.xpi`, and lie in a folder that is mostly called so too. */
function installedAsWrit({ policies }: PolicyFile): string[] {
  const settings = policies['ExtensionSettings']
  return Object.entries(isObject(settings) ? settings : {})
    .filter(([id, entry]) => {
      const from = isObject(entry) ? `${entry['update_url'] ?? ''} ${entry['install_url'] ?? ''}` : ''
      return /^writ@/i.test(id) || /\bwrit\b/i.test(from)
    })
    .map(([id]) => id)
}
