import { isObject, join, pathBelow } from '../../order/reading/reader.ts'
import type { Issue } from '../../order/issue.ts'
import { packageVersion } from '../installation.ts'
import { mostListedHosts } from '../kit/layers.ts'
import { managedIssues } from '../../policy/managed-issues.ts'
import { extensionSettingsIssues } from './extension-settings.ts'
import type { Finding, TextFile } from './finding.ts'
import { chromiumShapes, firefoxShapes, likelyName, misshapen } from './known-policies.ts'
import { extensionsKey, managedParts, type ManagedPart } from './managed-settings.ts'
import { policyFiles, type PolicyFile } from './policy-file.ts'
import { isOlder, publishedVersions } from './published-versions.ts'

/**
 * Finds what browsers would swallow of a folder of policies: broken files, names and values that they ignore, entries
 * that make them refuse a policy whole, files that contradict each other, orders and settings that cannot be used.
 */
export function checkPolicies(files: readonly TextFile[]): Finding[] {
  const { files: policies, broken } = policyFiles(files)
  const versions = publishedVersions(files.filter(({ path }) => path.endsWith('.xml')))
  const installed = installedIds(policies)
  return [
    ...broken,
    ...policies.flatMap((file) => [
      ...inFile(file.path, file.structure),
      ...inFile(file.path, policyIssues(file)),
      ...inFile(file.path, versionIssues(file, versions)),
      ...managedParts(file, installed).flatMap((part) => managedFindings(part, installed)),
    ]),
    ...contradictions(policies),
  ]
}

function inFile(file: string, issues: Issue[]): Finding[] {
  return issues.map((issue) => ({ file, ...issue }))
}

/** Ids of every extension that one of the files installs. */
function installedIds(files: readonly PolicyFile[]): Set<string> {
  return new Set(
    files.flatMap(({ policies }) => {
      const settings = policies['ExtensionSettings']
      const list = policies['ExtensionInstallForcelist']
      return [
        ...(isObject(settings) ? Object.keys(settings) : []),
        ...(Array.isArray(list) ? list.map((entry) => String(entry).split(';')[0]!) : []),
      ]
    }),
  )
}

function policyIssues({ kind, policies }: PolicyFile): Issue[] {
  if (kind === 'admin-console') return []
  const shapes = kind === 'firefox' ? firefoxShapes : chromiumShapes
  return Object.entries(policies).flatMap(([name, value]) => {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) {
      // Browsers have hundreds of policies: only a name that is nearly one of these can be known to be wrong.
      const meant = likelyName(name, Object.keys(shapes))
      return meant ? [{ code: 'unknown-policy', path: name, message: `is ignored: it is written "${meant}"` }] : []
    }
    const wrong = misshapen(value, shape)
    if (wrong) return [{ code: 'policy-value', path: name, message: `${wrong}: the policy is ignored` }]
    return [...(isObject(value) ? below(name, value, kind) : []), ...lengthIssues(name, value)]
  })
}

function below(name: string, value: Record<string, unknown>, kind: 'chromium' | 'firefox'): Issue[] {
  if (name === 'ExtensionSettings') return extensionSettingsIssues(value, kind)
  if (name !== '3rdparty') return []
  const key = extensionsKey[kind]
  return Object.keys(value)
    .filter((other) => other !== key)
    .map((other) => ({ code: 'unknown-key', path: join(name, other), message: `is ignored: it is written "${key}"` }))
}

function lengthIssues(name: string, value: unknown): Issue[] {
  if (name !== 'URLBlocklist' || !Array.isArray(value) || value.length <= mostListedHosts) return []
  const message = `has ${value.length} entries: Edge ignores those after ${mostListedHosts}, Chromium those after 1500`
  return [{ code: 'too-long', path: name, message }]
}

function versionIssues({ policies }: PolicyFile, versions: ReadonlyMap<string, string>): Issue[] {
  const settings = policies['ExtensionSettings']
  return Object.entries(isObject(settings) ? settings : {}).flatMap(([id, entry]) => {
    const wanted = isObject(entry) ? entry['minimum_version_required'] : undefined
    if (wanted === undefined) return []
    const path = join(join('ExtensionSettings', id), 'minimum_version_required')
    if (typeof wanted !== 'string' || !packageVersion.test(wanted))
      return [{ code: 'version', path, message: 'must be a version such as "1.2.0"' }]
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

/** A policy that two files of one folder set: Chromium takes the last file in the alphabet, and warns in chrome://policy alone. */
function contradictions(files: readonly PolicyFile[]): Finding[] {
  const places = new Map<string, string>()
  const findings: Finding[] = []
  for (const { path: file, place, policies, kind } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (kind !== 'chromium') continue
    for (const name of namesIn(policies)) {
      const earlier = places.get(`${place} ${name}`)
      if (earlier !== undefined)
        findings.push({
          file,
          code: 'set-twice',
          path: name,
          message: `is set in ${earlier} too: this file, the last in the alphabet, holds`,
        })
      places.set(`${place} ${name}`, file)
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
  return [...Object.keys(policies), ...settings]
}
