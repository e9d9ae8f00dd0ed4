import type { Result } from '../../order/issue.ts'
import { readMetadata, type Kind } from '../tuf/metadata.ts'
import { refuse, settle } from '../tuf/refusal.ts'
import { metadataPath } from '../tuf/repository.ts'
import type { Envelope, FilesPart, RolePart, RootPart, Signing, TargetsPart } from './envelope.ts'

/** The files of a site, for a publisher: undefined where there is none. */
export type ReadSite = (path: string) => Promise<Uint8Array | undefined>

/** Reads a site as it is now. A publisher's own files: whether they have expired is for readers. */
export interface Site {
  read: ReadSite
  root: Envelope<RootPart>
  /** Metadata of `targets` and of every delegated role that has published. */
  targets: Map<string, Envelope<TargetsPart>>
  snapshot?: Envelope<FilesPart>
  timestamp?: Envelope<FilesPart>
}

/** The site's newest metadata; undefined where there is no root yet. */
export function readSite(read: ReadSite): Promise<Result<Site | undefined>> {
  return settle(async () => {
    const root = await newestRoot(read)
    if (!root) return undefined
    const site: Site = { read, root, targets: new Map() }
    const timestamp = await readEnvelope<FilesPart>(read, metadataPath('timestamp', undefined), 'timestamp')
    if (!timestamp) return site
    site.timestamp = timestamp
    const { version } = timestamp.signed.meta['snapshot.json']!
    site.snapshot = await needEnvelope<FilesPart>(read, metadataPath('snapshot', version), 'snapshot')
    for (const [file, { version }] of Object.entries(site.snapshot.signed.meta)) {
      const name = file.slice(0, -'.json'.length)
      site.targets.set(name, await needEnvelope<TargetsPart>(read, metadataPath(name, version), 'targets'))
    }
    return site
  })
}

async function newestRoot(read: ReadSite): Promise<Envelope<RootPart> | undefined> {
  let newest: Envelope<RootPart> | undefined
  for (let version = 1; ; version++) {
    const root = await readEnvelope<RootPart>(read, metadataPath('root', version), 'root')
    if (!root) return newest
    newest = root
  }
}

/** A metadata file as it is written; undefined where there is none. */
export async function readEnvelope<Signed extends Envelope['signed']>(
  read: ReadSite,
  path: string,
  kind: Kind,
): Promise<Envelope<Signed> | undefined> {
  const data = await read(path)
  if (!data) return undefined
  readMetadata(kind, data, path)
  return JSON.parse(new TextDecoder().decode(data)) as Envelope<Signed>
}

async function needEnvelope<Signed extends Envelope['signed']>(
  read: ReadSite,
  path: string,
  kind: Kind,
): Promise<Envelope<Signed>> {
  return (
    (await readEnvelope<Signed>(read, path, kind)) ??
    refuse('feed-missing', path, 'is not there: the site is not whole; restore it from a copy')
  )
}

/** The keys that sign for a role; undefined for one that nobody delegates to. */
export function signingOf(name: string, root: RootPart, targets: TargetsPart | undefined): Signing | undefined {
  const role = (root.roles as Record<string, RolePart>)[name]
  if (role) return { keys: root.keys, role }
  const delegation = targets?.delegations?.roles.find((one) => one.name === name)
  return delegation && { keys: targets!.delegations!.keys, role: delegation }
}
