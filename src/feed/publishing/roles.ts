import type { Key } from '../tuf/keys.ts'
import type { Kind } from '../tuf/metadata.ts'
import { partOf, type Envelope, type RolePart, type RootPart, type TargetsPart } from './envelope.ts'

/** Keys by their ids. */
export type Keys = ReadonlyMap<string, Key>

/** The keys that sign for each of the four roles, and how many of them have to. */
export type FirstRoles = Readonly<Record<Kind, { keys: Keys; threshold: number }>>

/** The first root of a new feed. */
export function firstRoot(roles: FirstRoles, now: number): Envelope<RootPart> {
  const entries = Object.entries(roles)
  const keys = Object.fromEntries(entries.flatMap(([, role]) => [...role.keys]))
  const parts = entries.map(([name, role]) => [name, { keyids: [...role.keys.keys()], threshold: role.threshold }])
  const signed = { ...partOf('root', 1, now), consistent_snapshot: true, keys, roles: Object.fromEntries(parts) }
  return { signatures: [], signed: signed as RootPart }
}

/** Which keys a role gains and loses. */
export interface KeyChange {
  add: Keys
  /** Key ids. */
  remove: readonly string[]
  threshold?: number
}

/** The next root, with other keys for one role. */
export function rotatedRoot(
  { signed }: Envelope<RootPart>,
  kind: Kind,
  change: KeyChange,
  now: number,
): Envelope<RootPart> {
  const roles = { ...signed.roles, [kind]: changed(signed.roles[kind], change) }
  const keys = keysInUse({ ...signed.keys, ...Object.fromEntries(change.add) }, Object.values(roles))
  return { signatures: [], signed: { ...signed, ...partOf('root', signed.version + 1, now), keys, roles } }
}

/**
 * The next targets of a hub, which lets an authority sign for the orders below its name, and nobody else. Without keys left
 * the authority loses that.
 */
export function delegated(
  { signed }: Envelope<TargetsPart>,
  authority: string,
  change: KeyChange,
  now: number,
): Envelope<TargetsPart> {
  const { keys = {}, roles = [] } = signed.delegations ?? {}
  const before = roles.find(({ name }) => name === authority) ?? { keyids: [], threshold: 1 }
  const role = changed(before, change)
  const delegation = { ...role, name: authority, terminating: true, paths: [`orders/${authority}/*`] }
  const others = roles.filter(({ name }) => name !== authority)
  const all = role.keyids.length === 0 ? others : [...others, delegation]
  const inUse = keysInUse({ ...keys, ...Object.fromEntries(change.add) }, all)
  const part = partOf('targets', signed.version + 1, now)
  return { signatures: [], signed: { ...signed, ...part, delegations: { keys: inUse, roles: all } } }
}

function changed({ keyids, threshold }: RolePart, change: KeyChange): RolePart {
  const kept = keyids.filter((keyId) => !change.remove.includes(keyId))
  return { keyids: [...new Set([...kept, ...change.add.keys()])], threshold: change.threshold ?? threshold }
}

function keysInUse(keys: Record<string, Key>, roles: readonly RolePart[]): Record<string, Key> {
  return Object.fromEntries(Object.entries(keys).filter(([id]) => roles.some(({ keyids }) => keyids.includes(id))))
}
