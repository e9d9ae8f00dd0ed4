import { SaxesParser } from 'saxes'
import type { Issue } from '../../order/issue.ts'
import type { Sink } from '../entry.ts'
import { layoutOf } from '../headers.ts'
import { hasValues, takeRow, type Layout, type Row } from '../layout.ts'

/** How a register is written. */
export interface XmlForm {
  /** The element of one row, without its prefix; by default each below the outermost. */
  row?: string
  layout?: Layout
}

/**
 * A register in XML: rows of elements and attributes, by their names without prefixes. Nothing outside the file is read, and
 * entities of its own are refused. A file that ends too early is refused whole: the server sent half of it.
 */
export function readXml(text: string, sink: Sink, form: XmlForm): Issue | undefined {
  const parser = new SaxesParser({ position: true })
  const open: { name: string; text: string }[] = []
  let row: Fields | undefined
  let rowDepth = 0
  let issue: Issue | undefined
  parser.on('error', (error) => {
    issue ??= { code: 'not-xml', path: '', message: `is not XML, or not all of it: ${error.message}` }
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name: localName(name), text: '' })
    if (!row && (form.row === undefined ? open.length === 2 : localName(name) === form.row)) {
      row = new Fields(parser.line)
      rowDepth = open.length
    }
    for (const [key, value] of Object.entries(attributes)) row?.add(localName(key), String(value))
  })
  const takeText = (said: string) => {
    const last = open.at(-1)
    if (last && row) last.text += said
  }
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('closetag', () => {
    const { name, text: said } = open.pop()!
    if (!row) return
    if (said.trim() !== '') row.add(name, said.trim())
    if (open.length >= rowDepth) return
    row.take(form.layout, sink)
    row = undefined
  })
  for (let from = 0; from < text.length; from += piece) parser.write(text.slice(from, from + piece))
  if (!issue) parser.close()
  return issue
}

const piece = 65_536

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Between several values of one field: no text of a register holds it. */
const separator = '\u0000'

class Fields implements Row {
  readonly line: number
  readonly #values = new Map<string, string>()

  constructor(line: number) {
    this.line = line
  }

  add(name: string, value: string): void {
    const before = this.#values.get(name)
    this.#values.set(name, before === undefined ? value : before + separator + value)
  }

  cell(column: Row extends { cell(column: infer Column): string } ? Column : never): string {
    return typeof column === 'string' ? (this.#values.get(column) ?? '') : ''
  }

  /** Where no layout says which elements are meant, their names do. */
  take(layout: Layout | undefined, sink: Sink): void {
    const names = [...this.#values.keys()]
    const read = layout ?? named(layoutOf(names), names)
    if (hasValues(read)) takeRow(this, { ...read, between: separator }, sink)
    else sink.ignore('element without a name')
  }
}

function named(layout: Layout, names: readonly string[]): Layout {
  return Object.fromEntries(Object.entries(layout).map(([field, place]) => [field, names[Number(place) - 1]]))
}
