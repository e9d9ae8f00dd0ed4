import type { Issue } from './issue.ts'
import { join } from './reading.ts'

/**
 * Keys that an object of a JSON text has twice: `JSON.parse` keeps the last, so what stands under the first, a list of
 * names say, would be lost without a word. The text must be JSON.
 */
export function duplicateKeys(json: string): Issue[] {
  const issues: Issue[] = []
  const open: Container[] = []
  for (const [token, colon] of json.matchAll(tokens)) {
    const inside = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), at: '' })
    else if (token === '[') open.push({ at: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (inside && inside.keys === undefined) inside.at++
    } else if (colon !== undefined && inside?.keys) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string
      inside.at = key
      if (inside.keys.has(key)) issues.push(issueAt(open))
      inside.keys.add(key)
    }
  }
  return issues
}

/** An object with its keys so far, or an array; `at` is where in it the text is. */
type Container = { keys: Set<string>; at: string } | { keys?: undefined; at: number }

/** Strings, those with a colon behind them being keys, and what opens, closes and separates. */
const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/g

function issueAt(open: readonly Container[]): Issue {
  const path = open.reduce((path, { at }) => (typeof at === 'number' ? `${path}[${at}]` : join(path, at)), '')
  return { code: 'duplicate-key', path, message: 'is there twice, and only the last one would count: keep one' }
}
