import { failed, type Result } from '../order/issue.ts'
import type { Sink } from './entry.ts'

/** A column by the name in its header, or by its place: 1 is the first, -1 the last; or all from one to another. */
export type Column = string | number | Span

/** Cells that are one value: a page's address with a semicolon in it, in a table of semicolons. */
export interface Span {
  from: number
  /** Counted from the end: -1 is the last. */
  until: number
}

/** The fields of a register's rows, each with where it stands. One of `name`, `url` and `ip` is always there. */
export interface Layout {
  name?: Column
  /** Pages: where a row has one, its name is the name of the page's host and is not itself listed. */
  url?: Column
  ip?: Column
  added?: Column
  lifted?: Column
  authority?: Column
  docket?: Column
  /** Bank accounts, which some registers list among names. */
  account?: Column
  /** Between several values of one cell. */
  between?: string
}

export const fieldNames = ['name', 'url', 'ip', 'added', 'lifted', 'authority', 'docket', 'account'] as const

type FieldName = (typeof fieldNames)[number]

/** Reads `name=1,lifted=Deleted on`. */
export function parseColumns(text: string): Result<Layout> {
  const wrong = (message: string) => failed([{ code: 'columns', path: '', message }])
  const layout: Layout = {}
  for (const part of text.split(',')) {
    const [, field = '', column = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? []
    if (!fieldNames.includes(field as FieldName) || column === '')
      return wrong(`"${part}" is no column: write one of ${fieldNames.join(', ')}, =, and a header or a number`)
    layout[field as FieldName] = /^-?[1-9]\d*$/.test(column) ? Number(column) : column
  }
  return hasValues(layout)
    ? { ok: true, value: layout, warnings: [] }
    : wrong('names neither name, url nor ip: write the column in which the names stand, as in name=1')
}

/** Whether a layout says where the values stand. */
export function hasValues({ name, url, ip }: Layout): boolean {
  return name !== undefined || url !== undefined || ip !== undefined
}

/** A row of a table or a register, by its columns. */
export interface Row {
  line: number
  /** The cell's text, trimmed; empty where there is none. */
  cell(column: Column): string
}

/** Hands on what a row lists: its pages, else its names, else its addresses. */
export function takeRow(row: Row, layout: Layout, sink: Sink): void {
  const cell = (column: Column | undefined) => (column === undefined ? '' : row.cell(column))
  const [pages, names, addresses] = [layout.url, layout.name, layout.ip].map((column) => valuesOf(cell(column), layout))
  if (cell(layout.account) !== '') sink.ignore('bank account')
  const values = [pages!, names!, addresses!].find((list) => list.length > 0) ?? []
  if (values.length === 0) return sink.ignore('row without a name')
  if (values !== names && names!.length > 0) sink.ignore('name of a page’s host', names!.length)
  if (values !== addresses && addresses!.length > 0) sink.ignore('address of a name', addresses!.length)
  const said = { added: cell(layout.added), lifted: cell(layout.lifted) }
  const known = { authority: cell(layout.authority), docket: cell(layout.docket) }
  const facts = Object.fromEntries(Object.entries({ ...said, ...known }).filter(([, text]) => text !== ''))
  for (const value of values) sink.entry({ line: row.line, value, ...facts })
}

function valuesOf(text: string, { between }: Layout): string[] {
  if (text === '') return []
  const values = between === undefined ? [text] : text.split(between).map((value) => value.trim())
  return values.filter((value) => value !== '')
}
