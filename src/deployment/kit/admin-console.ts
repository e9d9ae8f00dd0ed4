import { jsonFile, type KitFile } from './files.ts'
import type { Policies } from './layers.ts'

/**
 * The form in which Google's Admin console takes an extension's policy: each value below `Value`, which is so only
 * there.
 */
export function adminConsoleFile(settings: Policies): KitFile {
  const entries = Object.entries(settings).map(([key, value]) => [key, { Value: value }])
  return jsonFile('admin-console/writ-settings.json', Object.fromEntries(entries))
}
