import { dirname, resolve } from 'node:path'
import { failed, reasonOf, type Issue, type Result } from '../order/issue.ts'
import { isObject } from '../order/reading/reader.ts'
import { readDocument } from './documents.ts'
import type { World } from './command.ts'

type Config = Record<string, unknown>

/** Where the packages' description is unless a configuration says otherwise. */
export const usualInstall = 'dist/packages/install.json'

/** Reads a kit's configuration, and the files that it names: each order's, and the packages' `install.json`. */
export async function readConfigFile(file: string, world: World): Promise<Result<Config>> {
  const read = await readJson(file, '', world)
  if (!read.ok) return read
  if (!isObject(read.value)) return failed([{ code: 'not-an-object', path: '', message: 'must be an object' }])
  return resolveFiles(read.value, dirname(file), world)
}

/**
 * Puts the files that a configuration names in their places.
 *
 * @param folder in which their names begin
 */
export async function resolveFiles(config: Config, folder: string, world: World): Promise<Result<Config>> {
  const issues: Issue[] = []
  const resolved = { ...config }
  const take = async (name: string, path: string) => {
    const read = await readJson(resolve(folder, name), path, world)
    if (!read.ok) issues.push(...read.issues)
    return read.ok ? read.value : undefined
  }
  const { install, settings } = config
  if (install === undefined) {
    const read = await readJson(usualInstall, 'install', world)
    if (read.ok) resolved['install'] = read.value
    else issues.push({ ...read.issues[0], message: `is not there, and ${usualInstall} ${read.issues[0].message}` })
  } else if (typeof install === 'string') resolved['install'] = await take(install, 'install')
  if (isObject(settings) && Array.isArray(settings['orders'])) {
    const orders = settings['orders'].map(async (order: unknown, at) =>
      typeof order === 'string' && !order.trim().startsWith('{') ? await take(order, `settings.orders[${at}]`) : order,
    )
    resolved['settings'] = { ...settings, orders: await Promise.all(orders) }
  }
  return issues.length > 0 ? failed(issues) : { ok: true, value: resolved, warnings: [] }
}

async function readJson(file: string, path: string, world: World): Promise<Result<unknown>> {
  const text = await readDocument(file, world)
  if (!text.ok) return failed(text.issues.map((issue) => ({ ...issue, path, message: `${issue.message} (${file})` })))
  try {
    return { ok: true, value: JSON.parse(text.value), warnings: [] }
  } catch (error) {
    const message = `is not JSON: ${reasonOf(error)} (${file})`
    return failed([{ code: 'not-json', path, message }])
  }
}
