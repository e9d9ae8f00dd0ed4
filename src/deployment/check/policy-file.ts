import { reasonOf, type Issue } from '../../order/issue.ts'
import { structureIssues } from '../../order/reading/text-structure.ts'
import { isObject } from '../../order/reading/reader.ts'
import type { Finding, TextFile } from './finding.ts'
import { profilePolicies } from './mobileconfig-file.ts'
import { registryPolicies } from './registry-file.ts'

/** The kind of browser whose policies a file holds. */
type PolicyKind = 'chromium' | 'firefox' | 'admin-console'

export interface PolicyFile {
  path: string
  kind: PolicyKind
  /** Files of one place reach the same browser: a folder, a key of the registry, a preference domain. */
  place: string
  /** Policies by name; for the admin console, settings of the extension by name. */
  policies: Record<string, unknown>
  /** Names that the file has twice in one object. */
  structure: Issue[]
}

/** Policies that can be read of a folder: `broken` are the files of which a browser reads nothing. */
interface PolicyFiles {
  files: PolicyFile[]
  broken: Finding[]
}

/** The policies that files hold: JSON files of Linux, Firefox and the admin console, registry files, profiles of macOS. */
export function policyFiles(texts: readonly TextFile[]): PolicyFiles {
  const read = texts.flatMap((file) => {
    if (file.path.endsWith('.json')) return jsonPolicies(file)
    const policies =
      (file.path.endsWith('.reg') && registryPolicies(file.text)) ||
      (file.path.endsWith('.mobileconfig') && profilePolicies(file.text)) ||
      []
    return policies.map(({ root, ...one }): PolicyFile => ({ ...one, path: file.path, place: root, structure: [] }))
  })
  return {
    files: read.filter((one): one is PolicyFile => 'policies' in one),
    broken: read.filter((one): one is Finding => 'code' in one),
  }
}

function jsonPolicies({ path, text }: TextFile): (PolicyFile | Finding)[] {
  const broken = (message: string): Finding[] => [
    {
      file: path,
      code: 'not-json',
      path: '',
      message: `${message}: the browser ignores the whole file, and Chromium uninstalls the extension that it installed`,
    },
  ]
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return broken(reasonOf(error))
  }
  if (!isObject(content)) return broken('is no object')
  if (isKitsOwn(content)) return []
  const file = { path, place: path.slice(0, path.lastIndexOf('/') + 1), structure: structureIssues(text) }
  if (isObject(content['policies'])) return [{ ...file, kind: 'firefox', policies: content['policies'] }]
  const values = Object.values(content)
  const console = values.length > 0 && values.every((value) => isObject(value) && 'Value' in value)
  return [{ ...file, kind: console ? 'admin-console' : 'chromium', policies: content }]
}

/** The configuration of a kit, and what `npm run package` writes. */
function isKitsOwn(content: Record<string, unknown>): boolean {
  return (
    ('organisation' in content && 'install' in content) ||
    'addons' in content ||
    ('chromium' in content && 'firefox' in content)
  )
}
