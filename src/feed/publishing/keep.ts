import { deltaPath } from '../documents.ts'
import { metadataPath } from '../tuf/repository.ts'
import type { FilesPart, TargetsPart } from './envelope.ts'
import { hashedPath, keptVersions } from './publish.ts'
import { readEnvelope, type Site } from './site.ts'

/** Names of a site's metadata and targets. Other files of a web server's folder are not ours to remove. */
const own = /^(?:metadata\/\d+\.[^/]+\.json|targets\/orders\/(?:[^/]+\/)?[^/]+\.gz)$/

/** Files of a site that its last versions name no more. Roots stay for ever: browsers follow them one by one. */
export async function filesToRemove(site: Site, paths: readonly string[]): Promise<string[]> {
  const named = new Set<string>()
  const newest = site.snapshot?.signed.version ?? 0
  for (let version = newest; version > Math.max(0, newest - keptVersions); version--) {
    const path = metadataPath('snapshot', version)
    const snapshot = await readEnvelope<FilesPart>(site.read, path, 'snapshot')
    if (!snapshot) continue
    named.add(path)
    for (const [file, { version }] of Object.entries(snapshot.signed.meta))
      await nameFiles(site, metadataPath(file.slice(0, -'.json'.length), version), named)
  }
  return paths.filter((path) => own.test(path) && !/^metadata\/\d+\.root\.json$/.test(path) && !named.has(path))
}

async function nameFiles(site: Site, role: string, named: Set<string>): Promise<void> {
  if (named.has(role)) return
  named.add(role)
  const envelope = await readEnvelope<TargetsPart>(site.read, role, 'targets')
  for (const [path, { hashes, custom }] of Object.entries(envelope?.signed.targets ?? {})) {
    named.add(hashedPath(path, hashes.sha256))
    for (const { from } of custom.deltas ?? []) named.add(deltaPath(path, from, custom.version))
  }
}
