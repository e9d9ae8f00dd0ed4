import type { Issue } from '../issue.ts'
import { join } from './reader.ts'

/**
 * Issues of a JSON text that its value no longer shows. Keys that an object has twice: `JSON.parse` keeps the last, so what
 * stands under the first, a list of names say, would be lost without a word. And nesting that no order has. The text must
 * be JSON.
 */
export function structureIssues(json: string): Issue[] {
  const issues: Issue[] = []
  const open: Container[] = []
  const tokens = /["{}[\],]/g
  for (let found = tokens.exec(json); found; found = tokens.exec(json)) {
    const [token] = found
    const inside = open.at(-1)
    if (open.length > deepest) return [...issues, tooDeep]
    if (token === '{') open.push({ keys: new Set(), at: '' })
    else if (token === '[') open.push({ at: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (inside && inside.keys === undefined) inside.at++
    } else {
      tokens.lastIndex = endOfString(json, found.index)
      if (!inside?.keys || !isKey(json, tokens.lastIndex)) continue
      const key = JSON.parse(json.slice(found.index, tokens.lastIndex)) as string
      inside.at = key
      if (inside.keys.has(key) && issues.push(issueAt(open)) === mostIssues) return issues
      inside.keys.add(key)
    }
  }
  return issues
}

/** An order's own values lie at most nine deep. */
const deepest = 64

const tooDeep: Issue = { code: 'too-deep', path: '', message: `is nested more than ${deepest} deep, as no order is` }

/** More would help nobody, and each has a path that may be as long as the text is deep. */
const mostIssues = 100

/** An object with its keys so far, or an array; `at` is where in it the text is. */
type Container = { keys: Set<string>; at: string } | { keys?: undefined; at: number }

/** Behind the quotation mark that ends the string: one with an even number of backslashes before it. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let before = end
    while (json[before - 1] === '\\') before--
    if ((end - before) % 2 === 0) return end + 1
  }
}

function isKey(json: string, end: number): boolean {
  const colon = /\s*:/y
  colon.lastIndex = end
  return colon.test(json)
}

function issueAt(open: readonly Container[]): Issue {
  const path = open.reduce((path, { at }) => (typeof at === 'number' ? `${path}[${at}]` : join(path, at)), '')
  return { code: 'duplicate-key', path, message: 'is there twice, and only the last one would count: keep one' }
}
