import { isObject } from '../../order/reading/reader.ts'
import type { BrowserPolicies } from './browser-policies.ts'

/**
 * The policies of what `chrome://policy` exports as JSON: each with its value, and with the browser's own complaint of it. Two forms
 * are in use: `policyValues` (Chromium 156), and `chromePolicies` with `extensionPolicies` before it.
 */
export function exportedPolicies(content: Record<string, unknown>): BrowserPolicies | undefined {
  const { chrome, ...extensions } = groupsOf(content) ?? {}
  if (chrome === undefined) return undefined
  const issues = Object.entries(chrome).flatMap(([path, entry]) =>
    isObject(entry) && typeof entry['error'] === 'string'
      ? [{ code: 'browser-error', path, message: `is refused by the browser: ${entry['error']}` }]
      : [],
  )
  const settings = Object.entries(extensions).map(([id, entries]) => [id, valuesOf(entries)])
  return {
    kind: 'chromium',
    browser: 'the browser that exported it',
    root: 'chrome://policy',
    policies: { ...valuesOf(chrome), '3rdparty': { extensions: Object.fromEntries(settings) } },
    issues,
  }
}

type Groups = Record<string, Record<string, unknown>>

function groupsOf({ policyValues, chromePolicies, extensionPolicies }: Record<string, unknown>): Groups | undefined {
  if (isObject(policyValues)) {
    const groups = Object.entries(policyValues).map(([name, group]) => [name, isObject(group) ? group['policies'] : {}])
    return Object.fromEntries(groups.filter(([, policies]) => isObject(policies))) as Groups
  }
  if (!isObject(chromePolicies)) return undefined
  return { ...(isObject(extensionPolicies) ? extensionPolicies : {}), chrome: chromePolicies } as Groups
}

function valuesOf(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      isObject(entry) && 'value' in entry ? entry['value'] : entry,
    ]),
  )
}
