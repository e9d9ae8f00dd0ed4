import { isObject, type Report } from '../order/reading/reader.ts'

/**
 * The text of an order document, from what stands in its place; what is something else is reported as what it is.
 *
 *   orders/paris.json, https://a.example/a.json   a file's name, an address
 *   eyJmb3JtYXQiOiJ3cml0LW9yZGVyLzEi...           base64
 *   "{\"format\": ...}"                           encoded twice
 */
export function readAsMeant(entry: unknown, path: string, report: Report): string | undefined {
  if (typeof entry !== 'string') return JSON.stringify(entry) ?? ''
  const shape = shapeOf(entry.trim())
  return shape === undefined ? entry : report.issue('order-shape', path, shape)
}

function shapeOf(text: string): string | undefined {
  const here = 'put the text of the document itself here'
  if (/^(?:https?|file|ftp):\/\/\S+$/i.test(text)) return `is an address: ${here}`
  if (/^[\w .:/\\-]{1,200}\.json$/i.test(text)) return `is the name of a file: ${here}`
  if (isBase64(text)) return `is base64: ${here}`
  if (!text.startsWith('"')) return undefined
  return isObject(parsed(parsed(text))) ? `is encoded twice, a text in a text: ${here}` : undefined
}

/** Told by its beginning, an encoded `{`, and its first lines: a document may be megabytes long. */
function isBase64(text: string): boolean {
  return /^(?:e[wy]|77u)[A-Za-z0-9+/_\s=-]{20,}$/.test(text.slice(0, 1_000))
}

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}
