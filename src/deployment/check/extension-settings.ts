import { isObject, join, kindOf } from '../../order/reading/reader.ts'
import type { Issue } from '../../order/issue.ts'
import { extensionId, isPackageAddress, packageVersion } from '../installation.ts'
import { likelyName } from './known-policies.ts'

/** The keys of one extension's entry, and the values of those that have a fixed set. */
interface Entries {
  known: Record<string, readonly string[] | 'boolean' | 'anything'>
  /** Which key says where a force-installed package is. */
  source: string
}

const modes = ['allowed', 'blocked', 'force_installed', 'normal_installed'] as const

/** https://support.google.com/chrome/a/answer/9867568; Edge has `toolbar_state` instead of `toolbar_pin`. */
const chromium: Entries = {
  source: 'update_url',
  known: {
    installation_mode: [...modes, 'removed'],
    update_url: 'anything',
    override_update_url: 'boolean',
    minimum_version_required: 'anything',
    toolbar_pin: ['force_pinned', 'default_unpinned', 'default_pinned'],
    toolbar_state: ['force_shown', 'default_hidden', 'default_shown'],
    blocked_permissions: 'anything',
    allowed_permissions: 'anything',
    blocked_install_message: 'anything',
    runtime_blocked_hosts: 'anything',
    runtime_allowed_hosts: 'anything',
    install_sources: 'anything',
    allowed_types: 'anything',
    file_url_navigation_allowed: 'boolean',
  },
}

const firefox: Entries = {
  source: 'install_url',
  known: {
    installation_mode: modes,
    install_url: 'anything',
    private_browsing: 'boolean',
    updates_disabled: 'boolean',
    default_area: ['navbar', 'menupanel'],
    temporarily_allow_weak_signatures: 'boolean',
    restricted_domains: 'anything',
    blocked_install_message: 'anything',
    install_sources: 'anything',
    allowed_types: 'anything',
  },
}

/** The keys of an extension's entry that are true or false, in any browser. */
export const flags: ReadonlySet<string> = new Set(
  [chromium, firefox].flatMap(({ known }) => Object.keys(known).filter((key) => known[key] === 'boolean')),
)

/** Everything in `ExtensionSettings` that a browser refuses or ignores without a word. */
export function extensionSettingsIssues(value: Record<string, unknown>, browser: 'chromium' | 'firefox'): Issue[] {
  return Object.entries(value).flatMap(([id, entry]) => {
    const path = join('ExtensionSettings', id)
    if (!isObject(entry)) return [{ code: 'wrong-type', path, message: `must be an object, not ${kindOf(entry)}` }]
    return [
      ...(browser === 'chromium' ? idIssues(id, path) : []),
      ...entryIssues(entry, path, browser === 'chromium' ? chromium : firefox, browser),
    ]
  })
}

function idIssues(id: string, path: string): Issue[] {
  if (id === '*' || id.startsWith('update_url:') || id.split(',').every((one) => extensionId.test(one))) return []
  return [{ code: 'extension-id', path, message: 'is no extension id: it has 32 letters from a to p' }]
}

/** Whether an issue makes the browser refuse more than the key in which it stands. */
export function isRefusedFor(browser: 'chromium' | 'firefox'): (issue: Issue) => boolean {
  const codes = ['wrong-type', 'not-one-of', 'version', 'address', ...(browser === 'chromium' ? ['missing'] : [])]
  return ({ code }) => codes.includes(code)
}

const whole = 'Chromium then refuses the whole of ExtensionSettings, for every extension'

function entryIssues(
  entry: Record<string, unknown>,
  path: string,
  { known, source }: Entries,
  browser: 'chromium' | 'firefox',
): Issue[] {
  const issues: Issue[] = []
  const refusal = browser === 'chromium' ? `: ${whole}` : ''
  for (const [key, value] of Object.entries(entry)) {
    const expected = Object.hasOwn(known, key) ? known[key] : undefined
    const at = join(path, key)
    if (expected === undefined) {
      const meant = likelyName(key, Object.keys(known))
      issues.push({
        code: 'unknown-key',
        path: at,
        message: `is ignored: ${meant ? `it is written "${meant}"` : 'check its spelling'}`,
      })
    } else if (expected === 'boolean' && typeof value !== 'boolean')
      issues.push({ code: 'wrong-type', path: at, message: `must be true or false, not ${kindOf(value)}${refusal}` })
    else if (Array.isArray(expected) && !expected.includes(value))
      issues.push({
        code: 'not-one-of',
        path: at,
        message: `must be one of ${expected.join(', ')}, not ${JSON.stringify(value)}${refusal}`,
      })
  }
  const least = entry['minimum_version_required']
  if (browser === 'chromium' && least !== undefined && !(typeof least === 'string' && packageVersion.test(least)))
    issues.push({
      code: 'version',
      path: join(path, 'minimum_version_required'),
      message: `must be a version such as "1.2.0"${refusal}`,
    })
  const installs = /^(force|normal)_installed$/.test(String(entry['installation_mode']))
  const from = entry[source]
  if (installs && from === undefined)
    issues.push({ code: 'missing', path: join(path, source), message: `must say where the package is${refusal}` })
  else if (from !== undefined && (typeof from !== 'string' || !isPackageAddress(from)))
    issues.push({
      code: 'address',
      path: join(path, source),
      message: 'must be an address: https://... or file:///...',
    })
  return issues
}
