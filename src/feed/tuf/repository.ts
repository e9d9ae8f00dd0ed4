import type { Result } from '../../order/issue.ts'
import { digestOf } from './bytes.ts'
import { limits, type FileDescription, type Kind, type Root } from './metadata.ts'
import { Refusal, refuse } from './refusal.ts'

/** A TUF repository as a client sees it: where its files come from, and what of them is trusted so far. */
export interface Repository {
  /**
   * The bytes of a file, undefined where there is none (404 and 403: an object store answers so), or why it cannot be had.
   *
   * @param path below the repository's address: `metadata/timestamp.json`
   * @param most bytes: what is longer is refused while it arrives
   */
  get(path: string, most: number): Promise<Result<Uint8Array | undefined>>
  /**
   * Trusted metadata, each file by its role's name. An update changes it step by step, also one that is refused in the end:
   * whatever it holds then is to be kept.
   */
  kept: Map<string, Uint8Array>
  /** Epoch milliseconds at which the update began: time stands still until it ends. */
  now: number
}

/** A file, or undefined where there is none. */
export async function getFile({ get }: Repository, path: string, most: number): Promise<Uint8Array | undefined> {
  const got = await get(path, most)
  if (!got.ok) throw new Refusal(got.issues[0])
  if (got.value && got.value.length > most) refuse('feed-too-long', path, `is longer than ${most} bytes`)
  return got.value
}

/** A file that has to be there. */
export async function needFile(repository: Repository, path: string, most: number): Promise<Uint8Array> {
  return (
    (await getFile(repository, path, most)) ??
    refuse('feed-missing', path, 'is not there: the server holds no whole copy of the repository')
  )
}

/** Where a role's metadata lies: `metadata/5.targets.json`; names are escaped, for a role is called what its publisher likes. */
export function metadataPath(role: string, version: number | undefined): string {
  return `metadata/${version === undefined ? '' : `${version}.`}${escaped(role)}.json`
}

function escaped(name: string): string {
  return encodeURIComponent(name).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Where a target lies: `targets/orders/HASH.a.json.gz`, without the hash where snapshots are not consistent. */
export function targetPath({ consistentSnapshot }: Root, path: string, hash: string): string {
  const segments = path.split('/')
  if (segments.some((segment) => /^\.{0,2}$/.test(segment))) refuse('feed-malformed', path, 'is no name of a file')
  const file = segments.pop()!
  const named = consistentSnapshot ? `${hash}.${file}` : file
  return ['targets', ...segments.map(escaped), escaped(named)].join('/')
}

/** Bytes that a described file may have at most. */
export function mostOf({ length }: FileDescription, kind: Kind): number {
  return Math.min(length ?? limits[kind], limits[kind])
}

/** Refuses bytes that are not those of a description. One that gives only hashes we cannot compute fits nothing. */
export async function fit(
  data: Uint8Array,
  { length, hashes }: Pick<FileDescription, 'length' | 'hashes'>,
  path: string,
): Promise<void> {
  if (length !== undefined && data.length !== length)
    refuse('feed-mismatch', path, `has ${data.length} bytes, not the ${length} that are signed`)
  if (!hashes) return
  const known = [...hashes].filter(([name]) => algorithms.has(name))
  if (known.length === 0) refuse('feed-malformed', path, 'has no hash by sha256 or sha512')
  for (const [name, hash] of known)
    if ((await digestOf(data, algorithms.get(name))) !== hash.toLowerCase())
      refuse(
        'feed-mismatch',
        path,
        `has not the ${name} that is signed: the file was changed, or is of another version`,
      )
}

/** WebCrypto's names of the hash functions that TUF's own mean. */
const algorithms: ReadonlyMap<string, string> = new Map([
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
])
