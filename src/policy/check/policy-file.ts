import type { Issue } from '../../order/issue.ts'
import { isObject } from '../../order/reading.ts'
import type { Finding, TextFile } from './finding.ts'
import { repeatedNames } from './repeated-names.ts'

/** Whose policies a file holds. */
export type PolicyKind = 'chromium' | 'firefox' | 'admin-console'

export interface PolicyFile {
  path: string
  kind: PolicyKind
  /** Policies by name; for the admin console, settings of the extension by name. */
  policies: Record<string, unknown>
  /** Names that the file has twice in one object. */
  repeated: Issue[]
}

/** A JSON file as the policies that it holds; undefined for one that holds something else; a finding for a broken one. */
export function policyFile({ path, text }: TextFile): PolicyFile | Finding | undefined {
  const broken = (message: string): Finding => ({
    file: path,
    code: 'not-json',
    path: '',
    message: `${message}: the browser ignores the whole file, and Chromium uninstalls the extension that it installed`,
  })
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error))
  }
  if (!isObject(content)) return broken('is no object')
  if (isKitsOwn(content)) return undefined
  const repeated = repeatedNames(text)
  if (isObject(content['policies'])) return { path, kind: 'firefox', policies: content['policies'], repeated }
  const values = Object.values(content)
  const console = values.length > 0 && values.every((value) => isObject(value) && 'Value' in value)
  return { path, kind: console ? 'admin-console' : 'chromium', policies: content, repeated }
}

/** The configuration of a kit, and what `npm run package` writes. */
function isKitsOwn(content: Record<string, unknown>): boolean {
  return (
    ('organisation' in content && 'install' in content) ||
    'addons' in content ||
    ('chromium' in content && 'firefox' in content)
  )
}

export function isFinding(value: PolicyFile | Finding): value is Finding {
  return 'code' in value
}
