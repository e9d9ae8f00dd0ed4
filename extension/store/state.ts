import type { Issue } from '../../src/order/issue.ts'
import type { Limitation } from '../../src/rules/compile.ts'
import type { NameFilter } from '../../src/names/name-filter.ts'
import { defaults, type SettingName, type Settings } from '../../src/policy/settings.ts'
import type { Database, WritSchema } from './database.ts'
import type { IDBPDatabase } from 'idb'

/** Which buckets are the current index, and whose entries they hold. */
export interface StoredIndex {
  /** Names the buckets: the store `buckets` is keyed by it. */
  digest: string
  bucketCount: number
  /** Record keys, by `Entry.order`. */
  orders: string[]
}

/** Names beyond which the browser is not asked to listen for each: the list of them would itself be the cost. */
export const manyNames = 2_000

/** Where there are many: every name in the index, so small that it can be at hand. What passes is looked up. */
export interface StoredNames {
  filter: NameFilter
}

/** Pages of the index that are kept in one piece, in the order of their numbers: about 32 kB of text. */
export const bucketsPerSheet = 16

/** The sheets on which these buckets are. */
export function sheetsOf(buckets: readonly number[]): number[] {
  return [...new Set(buckets.map((bucket) => Math.floor(bucket / bucketsPerSheet)))]
}

export type Watched = readonly string[] | 'all'

/** Hosts of pages that commit, and of pages that move without loading. */
export interface Watch {
  committed: Watched
  moved: Watched
}

/** What the browser was last told to enforce. */
export interface Enforced {
  /** As in the marker rule; empty when nothing is enforced. */
  fingerprint: string
  /** Epoch milliseconds. */
  at: number
  orders: EnforcedOrder[]
  domains: number
  urls: number
  rules: number
  limitations: (Issue | Limitation)[]
  /** Hosts whose navigations are watched beside the rules; `all` where they are too many to be asked for by name. */
  watch: Watch
  /** Epoch ms at which the next order or target begins or ends. */
  nextChange?: number
}

/** An order that is applied, with all that the register says once it no longer is: its record may be gone by then. */
export interface EnforcedOrder {
  /** Its record's. */
  key: string
  id: string
  version: number
  /** SHA-256 of the document's text, hexadecimal. */
  digest: string
  /** Beyond its term, by choice. */
  beyondTerm: boolean
  /** How many it lists, those included that are not enforced. */
  targets: number
}

export const nothingEnforced: Enforced = {
  fingerprint: '',
  at: 0,
  orders: [],
  domains: 0,
  urls: 0,
  rules: 0,
  limitations: [],
  watch: { committed: [], moved: [] },
}

/** What holds, computed from the user's settings and the policy: the pages read this and compute nothing. */
export interface EffectiveSettings {
  settings: Settings
  /** Settings that the administrator has set: shown, not changed. */
  locked: SettingName[]
  /** Orders that the administrator has chosen for, by id. */
  lockedChoices: string[]
  managed: boolean
  /** What of the policy cannot be used, and why. */
  issues: Issue[]
}

/** Before the first reconciliation. */
export const noneEffective: EffectiveSettings = {
  settings: defaults,
  locked: [],
  lockedChoices: [],
  managed: false,
  issues: [],
}

interface State {
  index: StoredIndex
  names: StoredNames
  enforced: Enforced
  effective: EffectiveSettings
}

export async function readState<K extends keyof State>(db: Database, key: K): Promise<State[K] | undefined> {
  return (await db.get('state', key)) as State[K] | undefined
}

export async function writeState<K extends keyof State>(
  db: Pick<IDBPDatabase<WritSchema>, 'put'>,
  key: K,
  value: State[K],
): Promise<void> {
  await db.put('state', value, key)
}
