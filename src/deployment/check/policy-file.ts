import type { Issue } from '../../order/issue.ts'
import { structureIssues } from '../../order/reading/text-structure.ts'
import { isObject } from '../../order/reading/reader.ts'
import { preferencePolicies, profilePolicies } from './apple-file.ts'
import type { BrowserPolicies } from './browser-policies.ts'
import { exportedPolicies } from './exported-policies.ts'
import type { Finding, PolicyBytes } from './finding.ts'
import { readAsChromium, readAsFirefox } from './json-texts.ts'
import { browserOfFolder } from './known-places.ts'
import { registryPolicies } from './registry-file.ts'

/** The kind of browser whose policies a file holds. */
type PolicyKind = 'chromium' | 'firefox' | 'admin-console'

export interface PolicyFile {
  path: string
  kind: PolicyKind
  /** The browser's name, for people. */
  browser: string
  /** Files of one place reach the same browser: a folder, a registry file's key, a preference domain. */
  place: string
  /** Policies by name; for the admin console, settings of the extension by name. */
  policies: Record<string, unknown>
  /** Issues of the form in which they are written: names that stand twice, a copy that is read too. */
  issues: Issue[]
  /** Why no browser takes them from there. */
  unread?: Issue
}

/** Policies that can be read of a folder: `broken` are the files of which a browser reads nothing. */
interface PolicyFiles {
  files: PolicyFile[]
  broken: Finding[]
  /** Extension ids of Writ's own packages, where a kit's own files beside them say so. */
  ownIds: string[]
}

/** The policies that files hold, each read as its browser reads it. */
export function policyFiles(given: readonly PolicyBytes[]): PolicyFiles {
  const found: PolicyFiles = { files: [], broken: [], ownIds: [] }
  for (const file of given) readFile(file, given, found)
  return found
}

function readFile(file: PolicyBytes, all: readonly PolicyBytes[], found: PolicyFiles): void {
  const { path, bytes } = file
  if (/\.reg$/i.test(path)) return takeAll(file, registryOf(bytes), found)
  if (/\.mobileconfig$/i.test(path)) return takeAll(file, profilePolicies(bytes), found)
  if (/\.plist$/i.test(path)) return takeAll(file, preferencePolicies(path, bytes), found)
  if (nameOf(path) === 'policies.json' && !isManagedFolder(path)) return readFirefoxFile(file, found)
  if (!isJson(path) && !(isManagedFolder(path) || hasChromiumNeighbour(path, all))) return
  const read = readAsChromium(bytes)
  const isCopy = !isJson(path)
  if ('refused' in read) {
    if (!isCopy) found.broken.push(broken(path, read.refused))
    return
  }
  const content = read.value
  if (!isObject(content)) {
    if (!isCopy) found.broken.push(broken(path, 'is no object'))
    return
  }
  const own = ownIdsOf(content)
  if (own) return void found.ownIds.push(...own)
  const issues = [...structureIssues(read.text), ...(isCopy ? [copy(path)] : [])]
  found.files.push({ ...jsonFile(file, content, all), issues })
}

function registryOf(bytes: Uint8Array): { policies: BrowserPolicies[] } | { refused: string } {
  const policies = registryPolicies(bytes)
  return policies ? { policies } : { refused: 'is no registry file: its first line must say so' }
}

/** The browsers' policies of one file; a file that only takes away has none. */
function takeAll(
  { path }: PolicyBytes,
  read: { policies: BrowserPolicies[] } | { refused: string },
  found: PolicyFiles,
): void {
  if ('refused' in read)
    return void found.broken.push({
      file: path,
      code: 'unreadable',
      path: '',
      message: `${read.refused}: cannot be read`,
    })
  const folder = /\.plist$/i.test(path) ? folderOf(path) : path
  for (const { root, ...one } of read.policies) found.files.push({ ...one, path, place: `${folder} ${root}` })
}

function readFirefoxFile({ path, bytes, closed }: PolicyBytes, found: PolicyFiles): void {
  const read = readAsFirefox(bytes)
  const policies = 'value' in read && isObject(read.value) ? read.value['policies'] : undefined
  if ('refused' in read || !isObject(policies)) {
    const reason = 'refused' in read ? read.refused : 'has no object "policies"'
    return void found.broken.push({
      file: path,
      code: 'not-json',
      path: '',
      message: `${reason}: Firefox ignores the whole file`,
    })
  }
  found.files.push({
    path,
    kind: 'firefox',
    browser: 'Firefox',
    place: folderOf(path),
    policies,
    issues: [...structureIssues(read.text), ...(read.text.includes('\ufffd') ? [replaced] : [])],
    ...(closed === undefined ? subFolderOfFirefox(path) : { unread: closedIssue(closed) }),
  })
}

const replaced: Issue = {
  code: 'not-utf8',
  path: '',
  message: 'holds bytes that are not UTF-8, which Firefox replaces: save it as UTF-8',
}

/** Firefox looks in the one place that it knows. */
function subFolderOfFirefox(path: string): { unread?: Issue } {
  const place = /^(?:.*\/)?(?:etc\/firefox\/policies|distribution)\//.exec(path)?.[0]
  if (place === undefined || place === folderOf(path)) return {}
  return { unread: { code: 'sub-folder', path: '', message: `is not read: the browser does not look below ${place}` } }
}

/** A file that Chromium parses: policies of its own, or a form that other tools write. */
function jsonFile(
  { path, closed }: PolicyBytes,
  content: Record<string, unknown>,
  all: readonly PolicyBytes[],
): Omit<PolicyFile, 'issues'> {
  const file = { path, place: folderOf(path) }
  if (isObject(content['policies'])) {
    const beside = all.some((other) => other.path === `${folderOf(path)}policies.json`)
    const unread = beside ? {} : { unread: wrongName }
    return { ...file, kind: 'firefox', browser: 'Firefox', policies: beside ? {} : content['policies'], ...unread }
  }
  const exported = exportedPolicies(content)
  if (exported) return { ...exported, ...file, place: path }
  const values = Object.values(content)
  const console = values.length > 0 && values.every((value) => isObject(value) && 'Value' in value)
  if (console) return { ...file, kind: 'admin-console', browser: 'the admin console', policies: content }
  const unread = closed === undefined ? subFolder(path, all) : closedIssue(closed)
  return {
    ...file,
    kind: 'chromium',
    browser: browserOfFolder(path),
    policies: content,
    ...(unread ? { unread } : {}),
  }
}

const wrongName: Issue = {
  code: 'wrong-name',
  path: '',
  message: 'is not read: Firefox looks for "policies.json" alone, in small letters',
}

function closedIssue(why: string): Issue {
  return {
    code: 'closed',
    path: '',
    message: `${why}: other people’s browsers cannot read it (chmod a+r, folders a+rx)`,
  }
}

function copy(path: string): Issue {
  const message = `is read too: Chromium takes every file of the folder, "${nameOf(path)}" as any other. Move it elsewhere`
  return { code: 'also-read', path: '', message }
}

/** Chromium does not look below its folder of policies. */
function subFolder(path: string, all: readonly PolicyBytes[]): Issue | undefined {
  const managed = /^(?:.*\/)?policies\/managed\//.exec(path)?.[0]
  const above = managed ?? parentWithPolicies(path, all)
  if (above === undefined || above === folderOf(path)) return undefined
  return { code: 'sub-folder', path: '', message: `is not read: the browser does not look below ${above}` }
}

function parentWithPolicies(path: string, all: readonly PolicyBytes[]): string | undefined {
  const parent = folderOf(folderOf(path).slice(0, -1))
  return parent !== '' && all.some((other) => folderOf(other.path) === parent && /^\d\d-writ-/.test(nameOf(other.path)))
    ? parent
    : undefined
}

function broken(file: string, reason: string): Finding {
  const message = `${reason}: the browser ignores the whole file, and Chromium uninstalls the extension that it installed`
  return { file, code: 'not-json', path: '', message }
}

/** The ids in the configuration of a kit, and in what `npm run package` writes; undefined for any other object. */
function ownIdsOf({
  install,
  organisation,
  addons,
  chromium,
  firefox,
  writ,
}: Record<string, unknown>): string[] | undefined {
  const from = organisation !== undefined && isObject(install) ? install : { chromium, firefox }
  const ids = [from['chromium'], from['firefox']].map((one) => (isObject(one) ? one['id'] : undefined))
  if (ids.every((id) => typeof id === 'string')) return ids as string[]
  return organisation !== undefined && install !== undefined
    ? []
    : addons !== undefined || writ !== undefined
      ? []
      : undefined
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path)
}

function isManagedFolder(path: string): boolean {
  return /(?:^|\/)policies\/(?:managed|recommended)\/[^/]*$/.test(path)
}

function hasChromiumNeighbour(path: string, all: readonly PolicyBytes[]): boolean {
  return all.some((other) => folderOf(other.path) === folderOf(path) && /^\d\d-writ-.*\.json$/.test(nameOf(other.path)))
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
