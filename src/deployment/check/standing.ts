import type { Issue } from '../../order/issue.ts'
import { isObject } from '../../order/reading/reader.ts'
import { parseUsable } from '../../order/reading/parse-usable.ts'
import { readPolicy } from '../../policy/policy.ts'
import { ordersByPolicy, type OrderByPolicy } from '../orders-by-policy.ts'
import { effectivePolicies } from './effective-policies.ts'
import { layersFound, type LayersFound } from './layers-found.ts'
import { receiveSettings, type ManagedPart } from './managed-settings.ts'
import type { PolicyFile } from './policy-file.ts'

/** All that the policies of one place bring about, and all that is wanting for an order to be enforced. */
export interface Standing {
  browser: string
  /** The folder, or the file. */
  place: string
  /** Writ's id there; absent where nothing is of Writ. */
  id?: string
  version?: string
  installs: boolean
  /** How many settings of Writ arrive. */
  settings: number
  orders: OrderByPolicy[]
  layers: LayersFound
  /** Where something of Writ is there and something is wanting: no order is enforced by it. */
  wanting: Issue[]
}

/** Facts that tell Writ from other extensions, and what time it is. */
export interface Context {
  /** Ids of Writ. */
  ids: ReadonlySet<string>
  /** Versions that are offered, by id. */
  versions: ReadonlyMap<string, string>
  /** Epoch milliseconds. */
  now: number
}

/** The standing in each place where some browser takes policies from these files. */
export function standings(files: readonly PolicyFile[], parts: readonly ManagedPart[], context: Context): Standing[] {
  const places = new Map<string, PolicyFile[]>()
  for (const file of files.filter(({ unread }) => !unread))
    places.set(file.place, [...(places.get(file.place) ?? []), file])
  return [...places.values()].map((own) =>
    standing(
      own,
      parts.filter(({ file, place }) => own.some(({ path }) => path === file) && place === own[0]!.place),
      context,
    ),
  )
}

function standing(files: readonly PolicyFile[], parts: readonly ManagedPart[], context: Context): Standing {
  const [{ kind, browser, path, place }] = files as [PolicyFile]
  const policies = effectivePolicies(files)
  const installed = [...context.ids].filter((id) => isInstalled(policies, id, kind))
  const named = [...context.ids].filter((id) => entryOf(policies, id) !== undefined)
  const id = installed[0] ?? named[0] ?? parts[0]?.id
  const own = parts.filter((part) => part.id === undefined || part.id === id)
  const { settings } = receiveSettings(own)
  const { orders } = ordersByPolicy(readPolicy(settings, parseUsable), context.now)
  const isOfWrit = id !== undefined || parts.length > 0
  const version = id === undefined ? undefined : context.versions.get(id)
  const found = {
    browser,
    place: files.length === 1 ? path : place,
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version }),
    installs: installed.length > 0 || kind === 'admin-console',
    settings: Object.keys(settings).length,
    orders,
    layers: kind === 'admin-console' ? { covered: [], open: [] } : layersFound(kind, policies, id ?? ''),
  }
  return { ...found, wanting: isOfWrit ? wantingIn(found, settings) : [] }
}

function entryOf(policies: Record<string, unknown>, id: string): unknown {
  const settings = policies['ExtensionSettings']
  return isObject(settings) ? settings[id] : undefined
}

function isInstalled(policies: Record<string, unknown>, id: string, kind: PolicyFile['kind']): boolean {
  const list = policies['ExtensionInstallForcelist']
  if (Array.isArray(list) && list.some((entry) => String(entry).split(';')[0] === id)) return true
  const entry = entryOf(policies, id)
  if (!isObject(entry)) return false
  const source = kind === 'firefox' ? 'install_url' : 'update_url'
  return /^(?:force|normal)_installed$/.test(String(entry['installation_mode'])) && typeof entry[source] === 'string'
}

function wantingIn(
  { installs, settings, orders }: Pick<Standing, 'installs' | 'settings' | 'orders'>,
  values: Record<string, unknown>,
): Issue[] {
  const issue = (code: string, message: string): Issue => ({ code, path: '', message })
  return [
    ...(installs ? [] : [issue('nothing-installs', 'nothing here installs Writ')]),
    ...(settings > 0
      ? orders.some(({ inForce }) => inForce) || bringsByFeed(values)
        ? []
        : [issue('none-in-force', 'no order is in force today')]
      : [issue('nothing-set', 'nothing of Writ is set')]),
  ]
}

/** Orders that a feed brings are known to whoever fetches it. */
function bringsByFeed(settings: Record<string, unknown>): boolean {
  const feeds = settings['feeds']
  return Array.isArray(feeds) && feeds.length > 0
}
