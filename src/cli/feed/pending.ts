import { failed, type Result } from '../../order/issue.ts'
import type { Drafts, SiteFile } from '../../feed/publishing/compose.ts'
import type { RootPart, TargetsPart } from '../../feed/publishing/envelope.ts'
import { readEnvelope, type Site } from '../../feed/publishing/site.ts'
import { settle } from '../../feed/tuf/refusal.ts'
import { pendingFolder, sitePaths, siteReader } from './site-folder.ts'

/** A change that waits for signatures. */
export interface Pending {
  drafts: Drafts
  /** Documents and deltas. */
  files: SiteFile[]
  /** The site that it is to be published over. */
  base: Site
}

/** Reads the change that waits beside a site. It has to follow on what is published, for others may have published meanwhile. */
export async function readPending(folder: string, site: Site | undefined): Promise<Result<Pending>> {
  const place = pendingFolder(folder)
  const paths = await sitePaths(place)
  if (paths.length === 0) return failed([{ code: 'nothing-pending', path: place, message: 'holds nothing that waits' }])
  const stale = paths.find((path) => !follows(path, site))
  const message = 'does not follow on what is published by now: publish again, and have it signed again'
  if (stale !== undefined) return failed([{ code: 'pending-stale', path: `${place}/${stale}`, message }])
  return settle(() => collect(folder, place, paths, site))
}

/** A role's metadata, its version and name: `metadata/5.targets.json`. Snapshot and timestamp are made anew. */
function signedByPeople(path: string): { version: number; role: string } | undefined {
  const [, version, role = 'snapshot'] = /^metadata\/(\d+)\.([^/]+)\.json$/.exec(path) ?? []
  return role === 'snapshot' ? undefined : { version: Number(version), role }
}

function follows(path: string, site: Site | undefined): boolean {
  const metadata = signedByPeople(path)
  if (!metadata) return true
  const { role, version } = metadata
  const before = role === 'root' ? site?.root : site?.targets.get(role)
  return version === (before?.signed.version ?? 0) + 1
}

async function collect(
  folder: string,
  place: string,
  paths: readonly string[],
  site: Site | undefined,
): Promise<Pending> {
  const read = siteReader(place)
  const drafts: Drafts = { targets: new Map() }
  const files: SiteFile[] = []
  for (const path of paths) {
    const role = signedByPeople(path)?.role
    if (path.startsWith('targets/')) files.push({ path, data: (await read(path))! })
    else if (role === 'root') drafts.root = (await readEnvelope<RootPart>(read, path, 'root'))!
    else if (role !== undefined) drafts.targets.set(role, (await readEnvelope<TargetsPart>(read, path, 'targets'))!)
  }
  return { drafts, files, base: site ?? { read: siteReader(folder), root: drafts.root!, targets: new Map() } }
}
