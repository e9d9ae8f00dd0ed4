import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { SiteFile } from '../../feed/publishing/compose.ts'
import type { ReadSite } from '../../feed/publishing/site.ts'

/** Reads a site's files from its folder. */
export function siteReader(folder: string): ReadSite {
  return async (path) => {
    try {
      return await readFile(join(folder, ...path.split('/')))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }
}

/** A site as it will be: these files before those of its folder. */
export function readerOver(files: readonly SiteFile[], read: ReadSite): ReadSite {
  const byPath = new Map(files.map(({ path, data }) => [path, data]))
  return async (path) => byPath.get(path) ?? (await read(path))
}

/** Every file's path below the folder, with `/` between its parts; none where there is no folder. */
export async function sitePaths(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Writes one file after the other, each whole or not at all. */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<void> {
  for (const { path, data } of files) await writeWhole(join(folder, ...path.split('/')), data)
}

export async function writeWhole(file: string, data: Uint8Array | string, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.new`
  await rm(beside, { force: true })
  await writeFile(beside, data, { mode })
  await rename(beside, file)
}

export async function removeFromSite(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(folder, ...path.split('/')), { force: true })
}

/** Where metadata waits for signatures: beside the site, so that no server offers it. */
export function pendingFolder(site: string): string {
  return `${site.replace(/[/\\]+$/, '')}.pending`
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
