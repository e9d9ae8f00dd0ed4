import { failed, type Issue, type Result } from '../../order/issue.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import { deltaPath } from '../documents.ts'
import { pack, unpack } from '../gzip.ts'
import { digestOf, utf8 } from '../tuf/bytes.ts'
import { metadataPath } from '../tuf/repository.ts'
import type { SiteFile } from './compose.ts'
import { expiresSoon, partOf, type Envelope, type TargetPart, type TargetsPart } from './envelope.ts'
import { makeDelta } from './make-delta.ts'
import { publishedText } from './published-text.ts'
import { readEnvelope, type ReadSite, type Site } from './site.ts'

/** Versions of a site whose files are kept, so that browsers that were off for days find a delta. */
export const keptVersions = 7

/** A file with an order's document. */
export interface SourceFile {
  file: string
  text: string
}

/** Changes that publishing makes to a role's targets. */
export interface TargetsChange {
  envelope: Envelope<TargetsPart>
  /** New documents and deltas. */
  files: SiteFile[]
  added: string[]
  updated: { id: string; from: number; to: number; deltas: number }[]
  removed: string[]
}

interface Document {
  file: string
  id: string
  version: number
  text: string
  digest: string
}

/**
 * The next version of a role's targets: these orders and no others. Every document is checked first, and one bad one is
 * enough to publish nothing. Undefined where nothing has changed and nothing will expire soon.
 *
 * @param role `targets`, or the authority that publishes under a hub
 */
export async function publishDocuments(
  site: Site,
  role: string,
  sources: readonly SourceFile[],
  now: number,
): Promise<Result<TargetsChange | undefined>> {
  const read = await readDocuments(sources)
  if (!read.ok) return read
  const before = site.targets.get(role)
  const folder = role === 'targets' ? 'orders' : `orders/${role}`
  const change: TargetsChange = { envelope: nextTargets(before, now), files: [], added: [], updated: [], removed: [] }
  const issues: Issue[] = []
  const { targets } = change.envelope.signed
  for (const document of read.value) {
    const path = `${folder}/${document.id}.json.gz`
    const known = before?.signed.targets[path]
    const issue = known && misversioned(document, known)
    if (issue) issues.push(issue)
    else if (known?.custom.sha256 === document.digest) targets[path] = known
    else targets[path] = await addDocument(site, role, path, document, change)
  }
  if (issues.length > 0) return failed(issues)
  change.removed = Object.keys(before?.signed.targets ?? {})
    .filter((path) => !(path in targets))
    .map(idOf)
  const changed = change.added.length + change.updated.length + change.removed.length > 0
  const due = changed || !before || expiresSoon(before, now)
  return { ok: true, value: due ? change : undefined, warnings: read.warnings }
}

async function readDocuments(sources: readonly SourceFile[]): Promise<Result<Document[]>> {
  const documents = new Map<string, Document>()
  const issues: Issue[] = []
  const warnings: Issue[] = []
  for (const { file, text } of sources) {
    const at = (issue: Issue): Issue => ({ ...issue, path: `${file}${issue.path === '' ? '' : `: ${issue.path}`}` })
    const parsed = parseOrderText(text)
    warnings.push(...parsed.warnings.map(at))
    if (!parsed.ok) issues.push(...parsed.issues.map(at))
    else {
      const { id, version } = parsed.value
      const other = documents.get(id)
      const message = `has the id "${id}", as ${other?.file} has: give each order its own`
      if (other) issues.push({ code: 'duplicate-id', path: file, message })
      const published = publishedText(JSON.parse(text.replace(/^\ufeff/, '')))
      documents.set(id, { file, id, version, text: published, digest: await digestOf(published) })
    }
  }
  if (sources.length === 0)
    issues.push({
      code: 'no-orders',
      path: '',
      message: 'there is no order to publish: name a folder that holds .json files',
    })
  return issues.length > 0 ? failed(issues, warnings) : { ok: true, value: [...documents.values()], warnings }
}

function nextTargets(before: Envelope<TargetsPart> | undefined, now: number): Envelope<TargetsPart> {
  const delegations = before?.signed.delegations
  const part = partOf('targets', (before?.signed.version ?? 0) + 1, now)
  return { signatures: [], signed: { ...part, targets: {}, ...(delegations ? { delegations } : {}) } }
}

function misversioned({ file, version, digest }: Document, { custom }: TargetPart): Issue | undefined {
  if (version > custom.version || digest === custom.sha256) return undefined
  const message =
    version === custom.version
      ? `differs from what is published as version ${version}: raise its version`
      : `is version ${version}, and version ${custom.version} is published: browsers would refuse to go back`
  return { code: 'order-version', path: `${file}: version`, message }
}

async function addDocument(
  site: Site,
  role: string,
  path: string,
  { id, version, text, digest }: Document,
  change: TargetsChange,
): Promise<TargetPart> {
  const data = utf8(text)
  const packed = await pack(data)
  const hash = await digestOf(packed)
  const deltas: { from: number; length: number }[] = []
  for (const [from, old] of await earlierTexts(site, role, path)) {
    const delta = await pack(utf8(makeDelta(old, text)))
    if (delta.length >= packed.length) continue
    deltas.push({ from, length: delta.length })
    change.files.push({ path: deltaPath(path, from, version), data: delta })
  }
  change.files.push({ path: hashedPath(path, hash), data: packed })
  const known = site.targets.get(role)?.signed.targets[path]
  if (known) change.updated.push({ id, from: known.custom.version, to: version, deltas: deltas.length })
  else change.added.push(id)
  const custom = { version, length: data.length, sha256: digest, ...(deltas.length > 0 ? { deltas } : {}) }
  return { length: packed.length, hashes: { sha256: hash }, custom }
}

/** The texts of a document in the role's last versions, by the order's version, as far as the site still has them. */
async function earlierTexts(site: Site, role: string, path: string): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  const newest = site.targets.get(role)?.signed.version ?? 0
  for (let version = newest; version > Math.max(0, newest - keptVersions); version--) {
    const envelope = await readEnvelope<TargetsPart>(site.read, metadataPath(role, version), 'targets')
    const target = envelope?.signed.targets[path]
    if (!target || texts.has(target.custom.version)) continue
    const text = await textOf(site.read, path, target)
    if (text !== undefined) texts.set(target.custom.version, text)
  }
  return texts
}

/** The text of a document that a site has; undefined where it has not. */
export async function textOf(
  read: ReadSite,
  path: string,
  { hashes, custom }: TargetPart,
): Promise<string | undefined> {
  const packed = await read(hashedPath(path, hashes.sha256))
  const data = packed && (await unpack(packed, custom.length))
  return data && new TextDecoder().decode(data)
}

export function hashedPath(path: string, hash: string): string {
  const at = path.lastIndexOf('/') + 1
  return `targets/${path.slice(0, at)}${hash}.${path.slice(at)}`
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json.gz'.length)
}
