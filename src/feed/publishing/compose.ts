import { metadataPath } from '../tuf/repository.ts'
import {
  envelopeBytes,
  expiresSoon,
  missingSignatures,
  partOf,
  signWith,
  type Envelope,
  type FilesPart,
  type RootPart,
  type Signing,
  type TargetsPart,
} from './envelope.ts'
import type { Signer } from './signer.ts'
import { signingOf, type Site } from './site.ts'

/** New metadata of roles that are signed by people: a root, targets, or a delegated role's. */
export interface Drafts {
  root?: Envelope<RootPart>
  targets: Map<string, Envelope<TargetsPart>>
}

export interface SiteFile {
  path: string
  data: Uint8Array
}

/**
 * Files to be written, in this order: the timestamp, which brings readers to the rest, comes last. A reader who comes just
 * between a new root and what it changes is refused, and finds all the next time.
 */
export interface Composition {
  files: SiteFile[]
  /** Signatures that are missing. If there are any, `files` wait beside the site. */
  missing: { path: string; signatures: number; role: string }[]
}

/**
 * Signs drafts with the keys at hand, and makes the snapshot and the timestamp over them. A role whose keys the new root
 * changed is signed anew. Nothing is published before everything has its signatures.
 */
export async function compose(
  site: Pick<Site, 'root' | 'targets' | 'snapshot' | 'timestamp'>,
  drafts: Drafts,
  signers: readonly Signer[],
  now: number,
): Promise<Composition> {
  const work = new Work(signers)
  const root = drafts.root ?? site.root
  if (drafts.root) {
    const roles = [site.root, drafts.root].map(({ signed }) => signingOf('root', signed, undefined)!)
    await work.sign('root', drafts.root, roles)
  }
  const targets = new Map([...site.targets, ...drafts.targets])
  const top = () => targets.get('targets')?.signed
  // The top role first: it says who signs for the others.
  for (const name of [...targets.keys()].toSorted((a, b) => Number(b === 'targets') - Number(a === 'targets'))) {
    const signing = signingOf(name, root.signed, top())
    // A role that is delegated to no more stays in the snapshot, as clients want; nobody asks for it.
    if (!signing) continue
    const draft = drafts.targets.get(name) ?? (await renewed(targets.get(name)!, signing, name, now))
    if (!draft) continue
    targets.set(name, draft)
    await work.sign(name, draft, [signing])
  }
  const meta = Object.fromEntries(
    [...targets].map(([name, { signed }]) => [`${name}.json`, { version: signed.version }]),
  )
  const snapshot = await filesOver('snapshot', meta, site.snapshot, root.signed, work, now)
  await filesOver(
    'timestamp',
    { 'snapshot.json': { version: snapshot.signed.version } },
    site.timestamp,
    root.signed,
    work,
    now,
  )
  return work
}

/** The same targets under the next version, where their signatures no longer do, or the feed's own have expired. */
async function renewed(
  envelope: Envelope<TargetsPart>,
  signing: Signing,
  name: string,
  now: number,
): Promise<Envelope<TargetsPart> | undefined> {
  const { signed } = envelope
  const expired = name === 'targets' && Date.parse(signed.expires) <= now
  if (!expired && (await missingSignatures(envelope, signing)) === 0) return undefined
  return { signatures: [], signed: { ...signed, ...partOf('targets', signed.version + 1, now) } }
}

/** A new timestamp over what is published, and nothing else. */
export async function composeTimestamp(site: Site, signers: readonly Signer[], now: number): Promise<Composition> {
  const work = new Work(signers)
  const meta = { 'snapshot.json': { version: site.snapshot!.signed.version } }
  await filesOver('timestamp', meta, site.timestamp, site.root.signed, work, now)
  return work
}

async function filesOver(
  kind: 'snapshot' | 'timestamp',
  meta: FilesPart['meta'],
  before: Envelope<FilesPart> | undefined,
  root: RootPart,
  work: Work,
  now: number,
): Promise<Envelope<FilesPart>> {
  const signing = signingOf(kind, root, undefined)!
  const changed = JSON.stringify(before?.signed.meta) !== JSON.stringify(meta)
  if (before && !changed && kind === 'snapshot' && !expiresSoon(before, now)) {
    if ((await missingSignatures(before, signing)) === 0) return before
  }
  const version = (before?.signed.version ?? 0) + 1
  const next: Envelope<FilesPart> = { signatures: [], signed: { ...partOf(kind, version, now), meta } }
  await work.sign(kind, next, [signing])
  return next
}

class Work implements Composition {
  readonly files: SiteFile[] = []
  readonly missing: Composition['missing'] = []

  constructor(private readonly signers: readonly Signer[]) {}

  async sign(role: string, envelope: Envelope, signings: readonly Signing[]): Promise<void> {
    await signWith(envelope, this.signers, signings)
    const path = metadataPath(role, role === 'timestamp' ? undefined : envelope.signed.version)
    const missing = await Promise.all(signings.map((signing) => missingSignatures(envelope, signing)))
    const signatures = Math.max(...missing)
    if (signatures > 0) this.missing.push({ path, signatures, role })
    this.files.push({ path, data: envelopeBytes(envelope) })
  }
}
