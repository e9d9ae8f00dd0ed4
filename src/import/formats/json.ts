import { visit } from 'jsonc-parser'
import type { Issue } from '../../order/issue.ts'
import type { Sink } from '../entry.ts'
import { layoutOf } from '../headers.ts'
import { hasValues, takeRow, type Column, type Layout, type Row } from '../layout.ts'

/**
 * A list in JSON, wherever in the document it stands: of names, or of objects that have one. An object's field that is a list
 * has several values.
 *
 *   ["a.tv", "b.tv"]
 *   {"date": "2025-07-01", "list": [{"domain": "a.tv", "first_blocked_on": "2025-03-02"}]}
 */
export function readJson(text: string, sink: Sink, { layout }: { layout?: Layout }): Issue | undefined {
  let issue: Issue | undefined
  const open: Container[] = []
  const begin = (container: Container) => {
    if (open.length < deepest) open.push(container)
    else issue ??= notJson('is nested too deeply')
  }
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line) => begin({ line: line + 1, values: new Map() }),
        onObjectProperty(name) {
          const inside = open.at(-1)
          if (inside) inside.key = name
        },
        onObjectEnd() {
          const object = open.pop()
          if (object) takeObject(object, layout, sink)
        },
        onArrayBegin: (_offset, _length, line) => begin({ line: line + 1 }),
        onArrayEnd: () => void open.pop(),
        onLiteralValue(value: unknown, _offset, _length, line) {
          if (typeof value === 'string' || typeof value === 'number') takeValue(String(value), line + 1, open, sink)
        },
        onError(_code, _offset, _length, line) {
          issue ??= notJson(`is not JSON in line ${line + 1}, or not all of it`)
        },
      },
      { disallowComments: true },
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    issue = notJson('is nested too deeply')
  }
  return issue
}

/** Nested more deeply is no list. */
const deepest = 200

/** An array, or an object with the values of its keys. */
interface Container {
  line: number
  key?: string
  values?: Map<string, string>
}

function notJson(message: string): Issue {
  return { code: 'not-json', path: '', message }
}

function takeValue(value: string, line: number, open: readonly Container[], sink: Sink): void {
  const inside = open.at(-1)
  const holder = inside?.values ? inside : open.at(-2)?.values ? open.at(-2) : undefined
  // A list in an object of a list is a field with several values; one in the outermost object is the list itself.
  if (holder?.values && (holder === inside || open.length > 2)) {
    const key = holder.key ?? ''
    const before = holder.values.get(key)
    holder.values.set(key, before === undefined ? value : before + separator + value)
  } else sink.entry({ line, value })
}

const separator = '\u0000'

function takeObject({ line, values = new Map() }: Container, layout: Layout | undefined, sink: Sink): void {
  const keys = [...values.keys()]
  if (keys.length === 0) return
  const guessed = Object.fromEntries(
    Object.entries(layoutOf(keys)).map(([field, place]) => [field, keys[Number(place) - 1]]),
  )
  const read: Layout = layout ?? guessed
  const cell = (column: Column) => (typeof column === 'string' ? (values.get(column) ?? '') : '')
  const row: Row = { line, cell }
  if (hasValues(read) && [read.name, read.url, read.ip].some((column) => column !== undefined && cell(column) !== ''))
    takeRow(row, { ...read, between: separator }, sink)
  else sink.ignore('object without a name')
}
