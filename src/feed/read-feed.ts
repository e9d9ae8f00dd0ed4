import { failed, type Issue, type Result } from '../order/issue.ts'
import { fetchDocument, readOffer, type BaseText, type OfferedDocument } from './documents.ts'
import type { Target } from './tuf/metadata.ts'
import type { Repository } from './tuf/repository.ts'
import { covers, findAllTargets, type Offer } from './tuf/search.ts'
import { trustRoot } from './tuf/trust-root.ts'
import { update, type Trusted } from './tuf/update.ts'

/** A feed, and what is here of it already. */
export interface FeedRequest extends Omit<Repository, 'get'> {
  /** The feed's address and its mirrors, at least one. None needs to be trusted: the next is asked where one is wrong. */
  sources: readonly Repository['get'][]
  /** SHA-256 of the root that is trusted first. */
  pin: string
  /** By a target's name: the text that is here. */
  known?: ReadonlyMap<string, KnownText>
}

export interface KnownText {
  /** Version of the order. */
  version: number
  /** SHA-256 of the text, hexadecimal. */
  digest: string
  /** Undefined where it is no longer there: then the whole document is fetched. */
  text(): Promise<string | undefined>
}

/** The orders that a feed gives now. */
export interface FeedReading {
  trusted: Trusted
  /** Every document that it offers and that could be had; without a text where the known one is the one that is signed. */
  documents: { offer: OfferedDocument; text?: string }[]
  /** Issues of what could not be had, documents and whole roles: what is here of it stays. */
  issues: Issue[]
  /** Whether a target that is not among the documents may still be offered: nobody can say, so its order stays. */
  mayOffer(path: string): Promise<boolean>
}

/** Brings a feed up to date. What is wrong with one document or one authority leaves the others'. */
export async function readFeed(request: FeedRequest): Promise<Result<FeedReading>> {
  const issues: Issue[] = []
  for (const [at, get] of request.sources.entries()) {
    const repository: Repository = { get, kept: request.kept, now: request.now }
    const updated = await updateFrom(repository, request.pin)
    issues.push(...(updated.ok ? updated.warnings : updated.issues))
    if (!updated.ok) continue
    const offer = await findAllTargets(repository, updated.value)
    const sources = request.sources.toSpliced(at, 1).toSpliced(0, 0, get)
    return { ok: true, value: await readOffered({ ...request, sources }, updated.value, offer), warnings: issues }
  }
  return failed(issues)
}

/** Verifies the metadata that a server has, from the root that is kept or pinned on. */
export async function updateFrom(repository: Repository, pin: string): Promise<Result<Trusted>> {
  const root = repository.kept.has('root') ? undefined : await trustRoot(repository, pin)
  return root && !root.ok ? root : update(repository)
}

async function readOffered(request: FeedRequest, trusted: Trusted, { targets, unknown }: Offer): Promise<FeedReading> {
  const reading: FeedReading = {
    trusted,
    documents: [],
    issues: unknown.map(({ issue }) => issue),
    async mayOffer(path) {
      if (refused.has(path)) return true
      for (const { delegation } of unknown) if (await covers(delegation, path)) return true
      return false
    },
  }
  const refused = new Set<string>()
  for (const [path, target] of targets) {
    const read = await readDocument(request, trusted, path, target)
    reading.issues.push(...read.warnings)
    if (read.ok && read.value) reading.documents.push(read.value)
    if (read.ok) continue
    refused.add(path)
    reading.issues.push(...read.issues)
  }
  return reading
}

async function readDocument(
  { sources, kept, now, known }: FeedRequest,
  trusted: Trusted,
  path: string,
  target: Target,
): Promise<Result<FeedReading['documents'][number] | undefined>> {
  const offer = await readOffer(path, target)
  if (!offer.ok) return offer
  if (!offer.value) return { ok: true, value: undefined, warnings: [] }
  const here = known?.get(path)
  if (here?.digest === offer.value.digest) return { ok: true, value: { offer: offer.value }, warnings: [] }
  const old = await here?.text()
  const base: BaseText | undefined = here && old !== undefined ? { version: here.version, text: old } : undefined
  const warnings: Issue[] = []
  for (const get of sources) {
    const text = await fetchDocument({ get, kept, now }, trusted, offer.value, base)
    warnings.push(...text.warnings)
    if (text.ok) return { ok: true, value: { offer: offer.value, text: text.value }, warnings }
    warnings.push(...text.issues)
  }
  return failed(warnings)
}
