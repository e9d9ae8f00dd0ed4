import Papa from 'papaparse'
import type { Issue } from '../../order/issue.ts'
import type { Sink } from '../entry.ts'
import { layoutOf, looksListed } from '../headers.ts'
import { hasValues, takeRow, type Layout, type Row } from '../layout.ts'

/** How a table is written. */
export interface TableForm {
  delimiter?: string
  /** Lines before the header. */
  skip?: number
  /** Whether the first row heads the columns; by default that is seen in it. */
  header?: boolean
  /** Whether a quotation mark is one like any other character. */
  unquoted?: boolean
  layout?: Layout
}

/** A table of separated values. The columns are those of `form`, or of the header, or those in which names stand. */
export function readTable(text: string, sink: Sink, form: TableForm): Issue | undefined {
  const { delimiter = '', skip = 0, unquoted = false } = form
  const body = text.slice(startOf(text, skip)).replace(/\r?\n$/, '')
  if (skip > 0) sink.ignore('line before the table', skip)
  let columns: Columns | undefined
  let issue: Issue | undefined
  let next = { line: skip + 1, at: 0 }
  Papa.parse<string[]>(body, {
    delimiter,
    ...(unquoted ? { quoteChar: '\u0000' } : {}),
    step({ data, errors, meta }, parser) {
      const { line } = next
      next = { line: line + linesIn(body, next.at, meta.cursor), at: meta.cursor }
      if (errors.some(({ type }) => type === 'Quotes'))
        issue = issueOf(`has a quotation mark in line ${line} that is not closed, or closed too early`)
      else if (data.length === 1 && data[0]!.trim() === '') sink.ignore('blank line')
      else if (columns) takeRow(rowOf(data, columns.headers, line, meta.delimiter), columns.layout, sink)
      else {
        columns = columnsOf(data, form, body, meta.delimiter)
        issue = missingIn(columns)
        if (issue) return parser.abort()
        if (columns.headers.length > 0) sink.ignore('header')
        else takeRow(rowOf(data, [], line, meta.delimiter), columns.layout, sink)
      }
      if (issue) parser.abort()
    },
  })
  return issue
}

interface Columns {
  /** Empty where there are none. */
  headers: readonly string[]
  layout: Layout
}

function columnsOf(first: readonly string[], { header, layout }: TableForm, text: string, delimiter: string): Columns {
  const headers = (header ?? !first.some(looksListed)) ? first : []
  const found = headers.length > 0 ? layoutOf(headers) : {}
  return { headers, layout: layout ?? (hasValues(found) ? found : namesIn(text, delimiter)) }
}

function missingIn({ headers, layout }: Columns): Issue | undefined {
  if (!hasValues(layout)) return issueOf('does not say in which column the names stand: say it by --columns name=1')
  const missing = Object.entries(layout).find(
    ([field, column]) => field !== 'between' && typeof column === 'string' && placeOf(column, headers) === undefined,
  )?.[1]
  if (missing === undefined) return undefined
  const there = headers.length > 0 ? `the columns are ${headers.join(', ')}` : 'no row heads the columns'
  return issueOf(`has no column "${String(missing)}": ${there}`)
}

function issueOf(message: string): Issue {
  return { code: 'table', path: '', message }
}

function startOf(text: string, lines: number): number {
  let at = 0
  for (let line = 0; line < lines && at >= 0; line++) at = text.indexOf('\n', at) + 1 || -1
  return Math.max(0, at)
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Without a header: the column of the first rows in which most cells could be names. */
function namesIn(text: string, delimiter: string): Layout {
  const rows = Papa.parse<string[]>(text.slice(0, 32_768), { delimiter, preview: 50 }).data
  const widest = Math.max(...rows.map((row) => row.length))
  const counts = Array.from({ length: widest }, (_, at) => rows.filter((row) => looksListed(row[at] ?? '')).length)
  const most = Math.max(...counts)
  return most > 0 ? { name: counts.indexOf(most) + 1 } : {}
}

/** The index of a column's cell, from the end where it is negative; undefined where no header is called so. */
function placeOf(column: string | number, headers: readonly string[]): number | undefined {
  if (typeof column === 'number') return column > 0 ? column - 1 : column
  const wanted = column.trim().toLowerCase()
  const at = headers.findIndex((header) => header.trim().toLowerCase() === wanted)
  return at < 0 ? undefined : at
}

function rowOf(cells: readonly string[], headers: readonly string[], line: number, delimiter: string): Row {
  return {
    line,
    cell(column) {
      if (typeof column === 'object')
        return cells
          .slice(column.from - 1, column.until + 1 || undefined)
          .join(delimiter)
          .trim()
      const at = placeOf(column, headers)
      return at === undefined ? '' : (cells.at(at)?.trim() ?? '')
    },
  }
}
