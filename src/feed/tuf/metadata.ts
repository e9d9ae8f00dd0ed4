import { reasonOf } from '../../order/issue.ts'
import { utf8, type Bytes } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { field, fields, instant, listOf, malformed, mapOf, optional, text, whole, type Fields } from './fields.ts'
import type { Key } from './keys.ts'
import { refuse } from './refusal.ts'

/** Bytes that a file of each kind may have at most, where nothing signed says less: tuf-js's limits. */
export const limits = { root: 512_000, timestamp: 16_384, snapshot: 2_000_000, targets: 5_000_000 } as const

export type Kind = keyof typeof limits

/** A metadata file that could be read. Nothing in it counts before its signatures do. */
export interface Metadata<Signed> {
  /** The file's name, for issues. */
  file: string
  signed: Signed
  /** Bytes that the signatures are over. */
  canonical: Bytes
  /** Hexadecimal signatures by key id. */
  signatures: ReadonlyMap<string, string>
}

/** Fields of every kind. */
interface Common {
  version: number
  /** Epoch milliseconds. */
  expires: number
}

export interface Root extends Common {
  consistentSnapshot: boolean
  keys: ReadonlyMap<string, Key>
  roles: Readonly<Record<Kind, Role>>
}

/** The signers: so many of these keys. */
export interface Role {
  keyIds: readonly string[]
  threshold: number
}

export interface Timestamp extends Common {
  snapshot: FileDescription
}

export interface Snapshot extends Common {
  /** By the name that each file has without its version: `targets.json`. */
  files: ReadonlyMap<string, FileDescription>
}

/** A metadata file as another one describes it. */
export interface FileDescription {
  version: number
  length?: number | undefined
  hashes?: ReadonlyMap<string, string> | undefined
}

export interface Targets extends Common {
  targets: ReadonlyMap<string, Target>
  /** In the order in which they are searched. */
  delegations: readonly Delegation[]
  keys: ReadonlyMap<string, Key>
}

/** A file that a repository offers. */
export interface Target {
  length: number
  hashes: ReadonlyMap<string, string>
  /** Further fields of its publisher, not read yet. */
  custom?: Fields | undefined
}

/** Some of the names of targets, which a role of its own signs. */
export interface Delegation extends Role {
  name: string
  /** After a name that fits this one, those that follow are not asked. */
  terminating: boolean
  paths?: readonly string[] | undefined
  /** Beginnings of the SHA-256 of targets' names, in place of `paths`. */
  hashPrefixes?: readonly string[] | undefined
}

/** The bytes of a metadata file, read; its signatures are not verified. */
export function readMetadata<K extends Kind>(kind: K, data: Uint8Array, file: string): Metadata<SignedOf[K]> {
  if (data.length > limits[kind]) refuse('feed-too-long', file, `is longer than ${limits[kind]} bytes`)
  const envelope = fields(parse(data, file), file)
  const path = `${file}: signed`
  const signed = fields(field(envelope, 'signed'), path)
  if (field(signed, '_type') !== kind) malformed(`${path}._type`, `must be "${kind}"`)
  if (!text(field(signed, 'spec_version'), `${path}.spec_version`).startsWith('1.'))
    malformed(`${path}.spec_version`, 'is another version of TUF than 1: update Writ')
  const common = {
    version: whole(1)(field(signed, 'version'), `${path}.version`),
    expires: instant(field(signed, 'expires'), `${path}.expires`),
  }
  return {
    file,
    signed: { ...common, ...readers[kind](signed, path) } as SignedOf[K],
    canonical: canonicalBytes(signed, path),
    signatures: signaturesOf(envelope, `${file}: signatures`),
  }
}

export interface SignedOf {
  root: Root
  timestamp: Timestamp
  snapshot: Snapshot
  targets: Targets
}

const readers: { [K in Kind]: (signed: Fields, path: string) => Omit<SignedOf[K], keyof Common> } = {
  root: (signed, path) => {
    const roles = fields(field(signed, 'roles'), `${path}.roles`)
    const roleOf = (kind: Kind) => role(field(roles, kind), `${path}.roles.${kind}`)
    return {
      consistentSnapshot: field(signed, 'consistent_snapshot') === true,
      keys: mapOf(field(signed, 'keys'), `${path}.keys`, key),
      roles: {
        root: roleOf('root'),
        timestamp: roleOf('timestamp'),
        snapshot: roleOf('snapshot'),
        targets: roleOf('targets'),
      },
    }
  },
  timestamp: (signed, path) => {
    const meta = fields(field(signed, 'meta'), `${path}.meta`)
    return { snapshot: fileDescription(field(meta, 'snapshot.json'), `${path}.meta.snapshot.json`) }
  },
  snapshot: (signed, path) => ({ files: mapOf(field(signed, 'meta'), `${path}.meta`, fileDescription) }),
  targets: (signed, path) => {
    const delegated = optional(field(signed, 'delegations'), `${path}.delegations`, fields)
    return {
      targets: mapOf(field(signed, 'targets'), `${path}.targets`, target),
      delegations: delegated ? delegationsOf(delegated, `${path}.delegations`) : [],
      keys: delegated ? mapOf(field(delegated, 'keys'), `${path}.delegations.keys`, key) : new Map(),
    }
  },
}

function parse(data: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data))
  } catch (error) {
    return malformed(file, `is not JSON: ${reasonOf(error)}`)
  }
}

function canonicalBytes(signed: Fields, path: string): Bytes {
  try {
    return utf8(canonicalJson(signed))
  } catch (error) {
    return malformed(path, reasonOf(error))
  }
}

/** The specification allows one signature a key. */
function signaturesOf(envelope: Fields, path: string): ReadonlyMap<string, string> {
  const list = listOf(field(envelope, 'signatures'), path, (one, at): [string, string] => {
    const signature = fields(one, at)
    return [text(field(signature, 'keyid'), `${at}.keyid`), text(field(signature, 'sig'), `${at}.sig`)]
  })
  const byKey = new Map(list)
  return byKey.size === list.length ? byKey : malformed(path, 'holds two signatures by one key')
}

function key(value: unknown, path: string): Key {
  const of = fields(value, path)
  text(field(of, 'keytype'), `${path}.keytype`)
  text(field(of, 'scheme'), `${path}.scheme`)
  fields(field(of, 'keyval'), `${path}.keyval`)
  // The key as it is written: its id is computed from all of it.
  return of as unknown as Key
}

function role(value: unknown, path: string): Role {
  const of = fields(value, path)
  return {
    keyIds: listOf(field(of, 'keyids'), `${path}.keyids`, text),
    threshold: whole(1)(field(of, 'threshold'), `${path}.threshold`),
  }
}

function fileDescription(value: unknown, path: string): FileDescription {
  const of = fields(value, path)
  return {
    version: whole(1)(field(of, 'version'), `${path}.version`),
    length: optional(field(of, 'length'), `${path}.length`, whole(1)),
    hashes: optional(field(of, 'hashes'), `${path}.hashes`, hashes),
  }
}

function hashes(value: unknown, path: string): ReadonlyMap<string, string> {
  return mapOf(value, path, text)
}

function target(value: unknown, path: string): Target {
  const of = fields(value, path)
  return {
    length: whole(0)(field(of, 'length'), `${path}.length`),
    hashes: hashes(field(of, 'hashes'), `${path}.hashes`),
    custom: optional(field(of, 'custom'), `${path}.custom`, fields),
  }
}

function delegationsOf(delegated: Fields, path: string): readonly Delegation[] {
  const list = optional(field(delegated, 'roles'), `${path}.roles`, (roles, at) => listOf(roles, at, delegation)) ?? []
  if (new Set(list.map(({ name }) => name)).size !== list.length) malformed(`${path}.roles`, 'names a role twice')
  return list
}

function delegation(value: unknown, path: string): Delegation {
  const of = fields(value, path)
  const name = text(field(of, 'name'), `${path}.name`)
  if (name === '' || Object.hasOwn(limits, name)) malformed(`${path}.name`, 'cannot be the name of a delegated role')
  return {
    ...role(value, path),
    name,
    terminating: field(of, 'terminating') === true,
    paths: optional(field(of, 'paths'), `${path}.paths`, (list, at) => listOf(list, at, text)),
    hashPrefixes: optional(field(of, 'path_hash_prefixes'), `${path}.path_hash_prefixes`, (list, at) =>
      listOf(list, at, text),
    ),
  }
}
