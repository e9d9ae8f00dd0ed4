import { visit, type JSONPath } from 'jsonc-parser'
import type { Issue } from '../issue.ts'
import { join } from './reader.ts'

/** Where in a document's text something stands. */
export interface Place {
  /** From 1. */
  line: number
  /** From 1, in UTF-16 code units. */
  column: number
  /** In UTF-16 code units from the start of the text, as text fields count. */
  offset: number
  length: number
  /** The line, or as much of it around the place as can be shown. */
  excerpt: string
}

/** An issue, and where in the text it is: undefined where the text does not show it. */
export interface LocatedIssue extends Issue {
  place?: Place
}

/** Characters of a line that are shown at most: an order of a million names may be a single line. */
const longestExcerpt = 120

/**
 * Each issue with its place in the JSON text that it is about. What is missing is placed at the value that should hold
 * it; a text that is not JSON, where it stops being so.
 */
export function locateIssues(text: string, issues: readonly Issue[]): LocatedIssue[] {
  if (issues.length === 0) return []
  const spots = spotsOf(text, new Set(issues.flatMap(({ path }) => waysTo(path))))
  return issues.map((issue) => {
    const path = issue.code === 'not-json' ? notJson : waysTo(issue.path).find((way) => spots.has(way))
    const spot = path === undefined ? undefined : spots.get(path)
    return spot ? { ...issue, place: placeOf(text, spot) } : issue
  })
}

interface Spot {
  offset: number
  length: number
  line: number
  column: number
}

/** Stands for the first syntax error: no path of a document reads like this. */
const notJson = '<not JSON>'

/** Spots of the wanted paths. Of several values at one path, as a key written twice has them, the last one counts. */
function spotsOf(text: string, wanted: ReadonlySet<string>): Map<string, Spot> {
  const spots = new Map<string, Spot>()
  const keep = (offset: number, length: number, line: number, column: number, path: () => JSONPath) => {
    const way = pathText(path())
    if (!wanted.has(way)) return
    spots.set(way, { offset, length, line: line + 1, column: column + 1 })
  }
  try {
    visit(
      text,
      {
        onObjectBegin: keep,
        onArrayBegin: keep,
        onLiteralValue: (_, ...where) => keep(...where),
        onError(_, offset, length, line, column) {
          if (!spots.has(notJson)) spots.set(notJson, { offset, length, line: line + 1, column: column + 1 })
        },
      },
      { disallowComments: true },
    )
  } catch (error) {
    // Nested deeper than the stack is: no order is, and its issue says enough without a place.
    if (!(error instanceof RangeError)) throw error
  }
  return spots
}

function pathText(path: JSONPath): string {
  return path.reduce<string>((way, step) => (typeof step === 'number' ? `${way}[${step}]` : join(way, step)), '')
}

/** `a[3].b` and what holds it, nearest first: `a[3]`, `a`, and the document itself. */
function waysTo(path: string): string[] {
  const ways = [path]
  for (let way = path; way !== '';) {
    way = way.replace(/(?:\.?"(?:[^"\\]|\\.)*"|\.?[^.[\]"]+|\[\d+\])$/, '')
    if (ways.includes(way)) break
    ways.push(way)
  }
  return ways.includes('') ? ways : [...ways, '']
}

function placeOf(text: string, { offset, length, line, column }: Spot): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const whole = text.slice(start, end < 0 ? undefined : end)
  if (whole.length <= longestExcerpt) return { line, column, offset, length, excerpt: whole.trim() }
  const from = Math.max(0, offset - start - longestExcerpt / 3)
  const excerpt = whole.slice(from, from + longestExcerpt).trim()
  return { line, column, offset, length, excerpt: `${from > 0 ? '…' : ''}${excerpt}…` }
}
