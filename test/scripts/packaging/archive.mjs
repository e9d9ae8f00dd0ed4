import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

/**
 * Files by their path inside an archive, which has `/` on every system.
 *
 * @typedef {Record<string, Uint8Array>} Files
 */

/** ZIP keeps local time without a zone: this one is written the same wherever the clock is set. */
const mtime = new Date(2020, 0, 1)

/**
 * A ZIP archive that depends on the files' paths and bytes alone: names in code-unit order, one time, one compression.
 *
 * @param {Files} files
 */
export function zip(files) {
  const names = Object.keys(files).toSorted()
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])), { mtime, level: 9 })
}

/**
 * Every file below a folder.
 *
 * @param {string} folder
 * @returns {Files}
 */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]
    }),
  )
}

/**
 * The same files with another `manifest.json`.
 *
 * @param {Files} files
 * @param {(manifest: Record<string, any>) => Record<string, any>} change
 */
export function withManifest(files, change) {
  const manifest = change(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()))
  return { ...files, 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
}
