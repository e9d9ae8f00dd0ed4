import type { Issue } from '../../order/issue.ts'
import { isObject, join } from '../../order/reading/reader.ts'
import { mostListedHosts } from '../kit/layers.ts'

/** Entries of a browser's own list that it will not match, and those beyond the number that it takes. */
export function filterIssues(name: string, value: unknown): Issue[] {
  if (name === 'URLBlocklist' || name === 'URLAllowlist') return isTexts(value) ? chromiumList(name, value) : []
  if (name !== 'WebsiteFilter' || !isObject(value)) return []
  return ['Block', 'Exceptions'].flatMap((key) => {
    const list = value[key]
    return list === undefined ? [] : firefoxList(join(name, key), list)
  })
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

function chromiumList(name: string, entries: readonly string[]): Issue[] {
  const wrong = entries.flatMap((entry, at): Issue[] => {
    const host = entry.replace(/^[a-z*][\w+.*-]*:\/\//i, '').replace(/[/?:].*$/, '')
    const isStar = entry === '*' || host === '*'
    if (host !== '' && (isStar || !/[*\s]/.test(host))) return []
    const message = 'matches nothing: write the host alone, "a.example", which has the names below it too'
    return [{ code: 'filter', path: `${name}[${at}]`, message }]
  })
  if (entries.length <= mostListedHosts) return wrong
  const message = `has ${entries.length} entries: Edge ignores those after ${mostListedHosts}, Chromium those after 1500`
  return [...wrong, { code: 'too-long', path: name, message }]
}

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
const pattern = /^(?:<all_urls>|(?:\*|https?|wss?|ftp|file):\/\/(?:\*|(?:\*\.)?[^*/\s]+)?\/.*)$/

function firefoxList(path: string, list: unknown): Issue[] {
  if (!isTexts(list)) return [{ code: 'policy-value', path, message: 'must be a list of texts: the policy is ignored' }]
  const wrong = list.flatMap((entry, at): Issue[] =>
    pattern.test(entry)
      ? []
      : [{ code: 'filter', path: `${path}[${at}]`, message: 'is no match pattern: write "*://*.a.example/*"' }],
  )
  if (list.length <= mostListedHosts) return wrong
  const message = `has ${list.length} entries: Firefox ignores those after ${mostListedHosts}`
  return [...wrong, { code: 'too-long', path, message }]
}
