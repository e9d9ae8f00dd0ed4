import { failed, type Issue, type Result } from '../order/issue.ts'
import { applyDelta } from './delta.ts'
import { unpack } from './gzip.ts'
import { digestOf } from './tuf/bytes.ts'
import { field, fields, listOf, malformed, optional, text, whole } from './tuf/fields.ts'
import type { Target } from './tuf/metadata.ts'
import { Refusal, settle } from './tuf/refusal.ts'
import { getFile, type Repository } from './tuf/repository.ts'
import { readTarget } from './tuf/search.ts'
import type { Trusted } from './tuf/update.ts'

/** UTF-8 bytes of a document's text: what the order format allows. */
const longestDocument = 64 * 1024 * 1024

/** Bytes of a packed document. */
const longestPacked = 32 * 1024 * 1024

/** An order's document as a feed offers it. */
export interface OfferedDocument {
  /** The target's name: `orders/a.json.gz`, or `orders/authority/a.json.gz`. */
  path: string
  /** The order's id. */
  id: string
  /** The order's version. */
  version: number
  target: Target
  /** UTF-8 bytes of the text. */
  length: number
  /** SHA-256 of the text, hexadecimal. */
  digest: string
  /** Deltas that lead to this text from earlier ones. */
  deltas: readonly DeltaOffer[]
}

export interface DeltaOffer {
  /** The version that it starts from. */
  from: number
  /** Bytes, packed. */
  length: number
}

/** The text that a browser has already. */
export interface BaseText {
  version: number
  text: string
}

/** The document that a target describes; undefined for a target that is not an order. */
export function readOffer(path: string, target: Target): Promise<Result<OfferedDocument | undefined>> {
  return settle(async () => {
    const id = /^orders\/(?:[^/]+\/)?([a-z0-9][a-z0-9-]{2,79})\.json\.gz$/.exec(path)?.[1]
    if (id === undefined) return undefined
    const custom = fields(target.custom, `${path}: custom`)
    const length = whole(1)(field(custom, 'length'), `${path}: custom.length`)
    if (length > longestDocument || target.length > longestPacked)
      malformed(`${path}: custom.length`, 'is longer than an order may be: divide it into several')
    const digest = text(field(custom, 'sha256'), `${path}: custom.sha256`)
    const version = whole(1)(field(custom, 'version'), `${path}: custom.version`)
    const deltas =
      optional(field(custom, 'deltas'), `${path}: custom.deltas`, (list, at) => listOf(list, at, delta)) ?? []
    return { path, id, version, target, length, digest, deltas }
  })
}

function delta(value: unknown, path: string): DeltaOffer {
  const of = fields(value, path)
  return {
    from: whole(1)(field(of, 'from'), `${path}.from`),
    length: whole(1)(field(of, 'length'), `${path}.length`),
  }
}

/** Where the delta from another version lies: beside the document, named for what it leads from and to. */
export function deltaPath(path: string, from: number, to: number): string {
  return `targets/${path.replace(/\.json\.gz$/, '')}.${from}-${to}.diff.gz`
}

/**
 * A document's text, with the digest that is signed. Where the browser has an earlier text and the feed a shorter way from
 * it, that is taken; whatever is wrong with it, the whole document is fetched, and a warning says so.
 */
export async function fetchDocument(
  repository: Repository,
  trusted: Trusted,
  offer: OfferedDocument,
  base?: BaseText,
): Promise<Result<string>> {
  const warnings: Issue[] = []
  const way = base && offer.deltas.find(({ from, length }) => from === base.version && length < offer.target.length)
  if (way) {
    const patched = await settle(() => patch(repository, offer, way, base.text))
    if (patched.ok) return patched
    warnings.push(...patched.issues)
  }
  const packed = await readTarget(repository, trusted, offer.path, offer.target)
  if (!packed.ok) return failed(packed.issues, warnings)
  const whole = await settle(async () => textOf(await unpacked(packed.value, offer.length, offer.path), offer))
  return { ...whole, warnings }
}

async function patch(
  repository: Repository,
  offer: OfferedDocument,
  { from, length }: DeltaOffer,
  old: string,
): Promise<string> {
  const path = deltaPath(offer.path, from, offer.version)
  const packed = (await getFile(repository, path, length)) ?? wrong(path, 'is not there')
  // It names at most every line twice.
  const commands = new TextDecoder().decode(await unpacked(packed, 2 * offer.length, path))
  const text = applyDelta(old, commands) ?? wrong(path, 'does not fit the text that is there')
  if ((await digestOf(text)) !== offer.digest) wrong(path, 'leads to another text than the one that is signed')
  return text
}

async function textOf(data: Uint8Array, { path, length, digest }: OfferedDocument): Promise<string> {
  if (data.length !== length || (await digestOf(data)) !== digest)
    wrong(path, 'does not hold the text whose digest is signed')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
  } catch {
    return malformed(path, 'is not UTF-8')
  }
}

async function unpacked(packed: Uint8Array, most: number, path: string): Promise<Uint8Array> {
  return (await unpack(packed, most)) ?? malformed(path, 'is no gzip file, is cut off, or holds more than it says')
}

function wrong(path: string, message: string): never {
  throw new Refusal({ code: 'feed-mismatch', path, message })
}
