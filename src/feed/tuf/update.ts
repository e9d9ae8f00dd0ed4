import type { Issue, Result } from '../../order/issue.ts'
import type { Key } from './keys.ts'
import {
  limits,
  readMetadata,
  type Delegation,
  type FileDescription,
  type Kind,
  type Metadata,
  type Role,
  type Root,
  type SignedOf,
  type Snapshot,
  type Targets,
  type Timestamp,
} from './metadata.ts'
import { Refusal, refuse, settle } from './refusal.ts'
import { fit, getFile, metadataPath, mostOf, needFile, type Repository } from './repository.ts'
import { verify } from './signatures.ts'

/** The repository's present metadata, verified. */
export interface Trusted {
  root: Root
  timestamp: Timestamp
  snapshot: Snapshot
  targets: Targets
  /** The delegated roles that were asked so far, each as its delegator means it. */
  delegated: Map<Delegation, Targets>
}

/** New root metadata that one update follows; the next goes on from there. */
const mostRotations = 256

/**
 * Brings the trusted metadata up to date, as the specification says in section 5.3 to 5.6. `kept` must hold a root: see
 * `trustRoot`. A warning tells of a publisher that writes two texts under one version.
 *
 * @see https://theupdateframework.github.io/specification/v1.0.34/#detailed-client-workflow
 */
export function update(repository: Repository): Promise<Result<Trusted>> {
  return settle(async (warnings) => {
    const root = await updateRoot(repository)
    const timestamp = await updateTimestamp(repository, root, warnings)
    const snapshot = await updateSnapshot(repository, root, timestamp)
    const targets = await updateTargets(repository, root, snapshot, 'targets', root.keys, root.roles.targets)
    return { root, timestamp, snapshot, targets, delegated: new Map() }
  })
}

async function updateRoot(repository: Repository): Promise<Root> {
  const { kept, now } = repository
  const first = readMetadata(
    'root',
    kept.get('root') ?? refuse('feed-pin', 'root.json', 'is not there yet'),
    'root.json',
  )
  await verify(first, first.signed.keys, first.signed.roles.root)
  let root = first.signed
  for (let step = 0; step < mostRotations; step++) {
    const path = metadataPath('root', root.version + 1)
    const data = await getFile(repository, path, limits.root)
    if (!data) break
    const next = readMetadata('root', data, path)
    await verify(next, root.keys, root.roles.root)
    await verify(next, next.signed.keys, next.signed.roles.root)
    if (next.signed.version !== root.version + 1) notOfVersion(next, root.version + 1, 'feed-rollback')
    // Who held a key that is gone may have given versions so high that no honest one would ever be higher.
    if (losesKey(root, next.signed)) for (const name of ['timestamp', 'snapshot']) kept.delete(name)
    kept.set('root', data)
    root = next.signed
  }
  unexpired('root.json', root, now)
  return root
}

function losesKey(before: Root, after: Root): boolean {
  return (['timestamp', 'snapshot'] as const).some((name) =>
    before.roles[name].keyIds.some((keyId) => !after.roles[name].keyIds.includes(keyId)),
  )
}

async function updateTimestamp(repository: Repository, root: Root, warnings: Issue[]): Promise<Timestamp> {
  const { kept, now } = repository
  const path = metadataPath('timestamp', undefined)
  const before = await keptMetadata(repository, 'timestamp', 'timestamp', root.keys, root.roles.timestamp)
  const data = await needFile(repository, path, limits.timestamp)
  const next = await verified('timestamp', data, path, root.keys, root.roles.timestamp)
  if (before) {
    if (next.signed.version < before.signed.version) rolledBack(path, next.signed.version, before.signed.version)
    if (next.signed.version === before.signed.version) {
      if (!sameBytes(next.canonical, before.canonical)) warnings.push(rewritten(path, before.signed.version))
      unexpired(path, before.signed, now)
      return before.signed
    }
    const [snapshot, known] = [next.signed.snapshot.version, before.signed.snapshot.version]
    if (snapshot < known) rolledBack(`${path}: signed.meta.snapshot.json`, snapshot, known)
  }
  unexpired(path, next.signed, now)
  kept.set('timestamp', data)
  return next.signed
}

async function updateSnapshot(repository: Repository, root: Root, timestamp: Timestamp): Promise<Snapshot> {
  const { kept, now } = repository
  const { keys, roles } = root
  const described = timestamp.snapshot
  const before = await keptMetadata(repository, 'snapshot', 'snapshot', keys, roles.snapshot)
  if (before && (await isDescribed(kept.get('snapshot')!, before, described))) {
    unexpired('snapshot.json', before.signed, now)
    return before.signed
  }
  const path = metadataPath('snapshot', root.consistentSnapshot ? described.version : undefined)
  const data = await needFile(repository, path, mostOf(described, 'snapshot'))
  await fit(data, described, path)
  const next = await verified('snapshot', data, path, keys, roles.snapshot)
  if (next.signed.version !== described.version) notOfVersion(next, described.version, 'feed-mismatch')
  for (const [name, { version }] of before?.signed.files ?? []) {
    const listed = next.signed.files.get(name)?.version ?? 0
    if (listed < version) rolledBack(`${path}: signed.meta.${name}`, listed, version)
  }
  unexpired(path, next.signed, now)
  kept.set('snapshot', data)
  for (const name of kept.keys())
    if (!Object.hasOwn(limits, name) && !next.signed.files.has(`${name}.json`)) kept.delete(name)
  return next.signed
}

/** The targets that a role signs: the kept ones where the snapshot means them, else those that the server has. */
export async function updateTargets(
  repository: Repository,
  root: Root,
  snapshot: Snapshot,
  name: string,
  keys: ReadonlyMap<string, Key>,
  role: Role,
): Promise<Targets> {
  const { kept, now } = repository
  const described =
    snapshot.files.get(`${name}.json`) ?? refuse('feed-missing', `${name}.json`, 'is not listed in the snapshot')
  const before = await keptMetadata(repository, name, 'targets', keys, role)
  if (before && (await isDescribed(kept.get(name)!, before, described))) {
    unexpired(`${name}.json`, before.signed, now)
    return before.signed
  }
  const path = metadataPath(name, root.consistentSnapshot ? described.version : undefined)
  const data = await needFile(repository, path, mostOf(described, 'targets'))
  await fit(data, described, path)
  const next = await verified('targets', data, path, keys, role)
  if (next.signed.version !== described.version) notOfVersion(next, described.version, 'feed-mismatch')
  unexpired(path, next.signed, now)
  kept.set(name, data)
  return next.signed
}

async function verified<K extends Kind>(
  kind: K,
  data: Uint8Array,
  file: string,
  keys: ReadonlyMap<string, Key>,
  role: Role,
): Promise<Metadata<SignedOf[K]>> {
  const metadata = readMetadata(kind, data, file)
  await verify(metadata, keys, role)
  return metadata
}

/** Metadata that was trusted before; undefined where the keys that count now have not signed it. */
async function keptMetadata<K extends Kind>(
  { kept }: Repository,
  name: string,
  kind: K,
  keys: ReadonlyMap<string, Key>,
  role: Role,
): Promise<Metadata<SignedOf[K]> | undefined> {
  const data = kept.get(name)
  if (!data) return undefined
  try {
    return await verified(kind, data, `${name}.json`, keys, role)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function isDescribed(
  data: Uint8Array,
  { file, signed }: Metadata<{ version: number }>,
  described: FileDescription,
): Promise<boolean> {
  return signed.version === described.version && (await settle(() => fit(data, described, file))).ok
}

function unexpired(path: string, { expires, version }: { expires: number; version: number }, now: number): void {
  if (now >= expires)
    refuse(
      'feed-expired',
      path,
      `version ${version} expired on ${new Date(expires).toISOString()}: the server may hold an old copy, or the publisher has not renewed it`,
    )
}

function rolledBack(path: string, version: number, known: number): never {
  refuse(
    'feed-rollback',
    path,
    `is version ${version}, and version ${known} was seen before: the server shows an old state`,
  )
}

function notOfVersion(
  { file, signed }: Metadata<{ version: number }>,
  wanted: number,
  code: 'feed-rollback' | 'feed-mismatch',
): never {
  refuse(code, `${file}: signed.version`, `is ${signed.version}, and ${wanted} was asked for`)
}

function rewritten(path: string, version: number): Issue {
  const message = `has another text than before under the same version ${version}: the first one counts; ask the publisher`
  return { code: 'feed-rewritten', path, message }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
