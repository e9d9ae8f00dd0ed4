import { isObject, join, pathBelow } from '../../order/reading/reader.ts'
import type { Issue } from '../../order/issue.ts'
import { packageVersion } from '../installation.ts'
import { managedIssues } from '../../policy/managed-issues.ts'
import { effectivePolicies, inOrder, isMerged } from './effective-policies.ts'
import { extensionSettingsIssues, isRefusedFor } from './extension-settings.ts'
import { filterIssues } from './filter-issues.ts'
import type { Finding, PolicyBytes } from './finding.ts'
import { chromiumShapes, firefoxShapes, likelyName, misshapen } from './known-policies.ts'
import { extensionsKey, managedParts, type ManagedPart } from './managed-settings.ts'
import { policyFiles, type PolicyFile } from './policy-file.ts'
import { writsIds } from './own-ids.ts'
import { isOlder, publishedVersions } from './published-versions.ts'
import { standings, type Standing } from './standing.ts'

/** The outcome of a check. */
export interface Checked {
  /** Everything that browsers would swallow. */
  findings: Finding[]
  /** Each place, with all that it brings about. */
  standings: Standing[]
  /** Whether Writ is there at all, and nothing is wanting where it is: orders are enforced. */
  enforces: boolean
}

/**
 * Finds what the policies of a folder bring about in each browser, and what browsers would swallow of them: broken files, names and
 * values that they ignore, entries that make them refuse a policy whole, files that contradict each other, orders and settings that
 * cannot be used.
 *
 * @param now epoch milliseconds
 * @param known ids of Writ's packages, where they are known
 */
export function checkPolicies(files: readonly PolicyBytes[], now: number, known: readonly string[] = []): Checked {
  const { files: policies, broken, ownIds } = policyFiles(files)
  const versions = publishedVersions(files.filter(({ path }) => path.endsWith('.xml')))
  const ids = writsIds(policies, [...known, ...ownIds])
  const parts = policies.flatMap((file) => managedParts(file, ids))
  const findings = [
    ...broken,
    ...policies.flatMap((file) => [
      ...inFile(file.path, [...(file.unread ? [file.unread] : []), ...file.issues]),
      ...inFile(file.path, policyIssues(file, ids)),
      ...inFile(file.path, versionIssues(file, versions, ids)),
      ...parts
        .filter(({ file: path, place }) => path === file.path && place === file.place)
        .flatMap((part) => managedFindings(part, installedBeside(policies, part))),
    ]),
    ...contradictions(policies),
  ]
  const found = standings(policies, parts, { ids, versions, now })
  const own = found.filter(({ id, settings }) => id !== undefined || settings > 0)
  return { findings, standings: found, enforces: own.length > 0 && own.every(({ wanting }) => wanting.length === 0) }
}

function inFile(file: string, issues: Issue[]): Finding[] {
  return issues.map((issue) => ({ file, ...issue }))
}

/** Ids of every extension that a file of the same place installs. */
function installedBeside(files: readonly PolicyFile[], { place, kind }: ManagedPart): Set<string> {
  const beside = files.filter((file) => file.kind === kind && file.place === place)
  return new Set(
    beside.flatMap(({ policies }) => {
      const settings = policies['ExtensionSettings']
      const list = policies['ExtensionInstallForcelist']
      return [
        ...(isObject(settings) ? Object.keys(settings) : []),
        ...(Array.isArray(list) ? list.map((entry) => String(entry).split(';')[0]!) : []),
      ]
    }),
  )
}

function policyIssues({ kind, policies }: PolicyFile, ids: ReadonlySet<string>): Issue[] {
  if (kind === 'admin-console') return []
  const shapes = kind === 'firefox' ? firefoxShapes : chromiumShapes
  return Object.entries(policies).flatMap(([name, value]) => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) {
      // Browsers have hundreds of policies: only a name that is nearly one of these can be known to be wrong.
      const meant = likelyName(name, Object.keys(shapes))
      return meant ? [{ code: 'unknown-policy', path: name, message: `is ignored: it is written "${meant}"` }] : []
    }
    const wrong = misshapen(value, shape, kind)
    if (wrong) return [{ code: 'policy-value', path: name, message: `${wrong}: the policy is ignored` }]
    return [...(isObject(value) ? below(name, value, kind, ids) : []), ...filterIssues(name, value)]
  })
}

function below(
  name: string,
  value: Record<string, unknown>,
  kind: 'chromium' | 'firefox',
  ids: ReadonlySet<string>,
): Issue[] {
  // Another extension's entry concerns Writ where it makes Chromium refuse the policy whole.
  if (name === 'ExtensionSettings')
    return extensionSettingsIssues(value, kind).filter(
      (issue) =>
        ids.size === 0 ||
        [...ids].some((id) => issue.path.includes(id)) ||
        (kind === 'chromium' && isRefusedFor(kind)(issue)),
    )
  if (name !== '3rdparty') return []
  const key = extensionsKey[kind]
  return Object.keys(value)
    .filter((other) => other !== key)
    .map((other) => ({ code: 'unknown-key', path: join(name, other), message: `is ignored: it is written "${key}"` }))
}

function versionIssues(
  { policies }: PolicyFile,
  versions: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
): Issue[] {
  const settings = policies['ExtensionSettings']
  const own = Object.entries(isObject(settings) ? settings : {}).filter(([id]) => ids.size === 0 || ids.has(id))
  return own.flatMap(([id, entry]) => {
    const wanted = isObject(entry) ? entry['minimum_version_required'] : undefined
    if (typeof wanted !== 'string' || !packageVersion.test(wanted)) return []
    const path = join(join('ExtensionSettings', id), 'minimum_version_required')
    const published = versions.get(id)
    if (published !== undefined && !isOlder(published, wanted)) return []
    const found = published ? `the newest in updates.xml is ${published}` : 'no updates.xml here offers this extension'
    return [
      {
        code: 'version-not-published',
        path,
        message: `asks for ${wanted}, but ${found}: browsers switch the extension off until they can get that version`,
      },
    ]
  })
}

/** Over this a browser takes many seconds to start. */
const mostCharacters = 20_000_000

function managedFindings(part: ManagedPart, installed: ReadonlySet<string>): Finding[] {
  const { file, kind, path, id, settings } = part
  const finding = ({ code, path: at, message }: Issue): Finding => ({
    file,
    code,
    path: pathBelow(path, at),
    message,
  })
  const findings: Issue[] = []
  if (file.includes('/recommended/'))
    findings.push({
      code: 'recommended',
      path: '',
      message: 'does not reach an extension from the folder "recommended": use "managed"',
    })
  if (id !== undefined && installed.size > 0 && !installed.has(id))
    findings.push({
      code: 'not-installed',
      path: '',
      message: 'is for an extension that none of these files installs: compare the ids',
    })
  const size = JSON.stringify(settings)?.length ?? 0
  if (size > mostCharacters)
    findings.push({
      code: 'too-large',
      path: '',
      message: `has ${Math.round(size / 1e6)} MB: browsers take seconds to read that at each start`,
    })
  return [...findings, ...managedIssues(settings, kind !== 'firefox')].map(finding)
}

/**
 * A policy that two files of one folder set: Chromium takes the last file in the alphabet, and warns in chrome://policy alone. Policies
 * that have nothing to do with Writ are their owners' affair.
 */
function contradictions(files: readonly PolicyFile[]): Finding[] {
  const places = new Map<string, string>()
  const findings: Finding[] = []
  for (const file of inOrder(files.filter(({ kind, unread }) => kind === 'chromium' && !unread))) {
    const { path, place, policies } = file
    const together = effectivePolicies(files.filter((other) => other.kind === 'chromium' && other.place === place))
    for (const name of namesIn(policies)) {
      const earlier = places.get(`${place} ${name}`)
      if (earlier !== undefined && !isMerged(name, together))
        findings.push({
          file: path,
          code: 'set-twice',
          path: name,
          message: `is set in ${earlier} too: this file, the last in the alphabet, holds`,
        })
      places.set(`${place} ${name}`, path)
    }
  }
  return findings
}

/** Names of policies; those of extensions' settings one by one, since files are joined there. */
function namesIn({ '3rdparty': thirdParty, ...policies }: Record<string, unknown>): string[] {
  const extensions = isObject(thirdParty) && isObject(thirdParty['extensions']) ? thirdParty['extensions'] : {}
  const settings = Object.entries(extensions).flatMap(([id, values]) =>
    Object.keys(isObject(values) ? values : {}).map((key) => `3rdparty.extensions.${id}.${key}`),
  )
  return [...Object.keys(policies).filter((name) => Object.hasOwn(chromiumShapes, name)), ...settings]
}
