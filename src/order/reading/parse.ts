import { duplicateKeys } from './duplicate-keys.ts'
import { failed, reasonOf, type Issue, type Result } from '../issue.ts'
import { date, duration, ecli, eventDate, instant, jurisdiction, language, link, slug, timeZone } from './fields.ts'
import { timeZoneOf } from './jurisdiction.ts'
import type { Order } from '../order.ts'
import {
  flag,
  isObject,
  kindOf,
  list,
  nonEmptyList,
  object,
  oneOf,
  optional,
  Report,
  required,
  wholeNumber,
} from './reader.ts'
import { target } from './targets.ts'
import { checkLifts } from './check-lifts.ts'
import { checkOrder } from './check-order.ts'
import { isLanguage, localText, text } from './texts.ts'

/** The name of this format and its version, as a document states it. */
const format = 'writ-order/1'

/** UTF-16 code units: more than two million names. */
const longestText = 64 * 1024 * 1024

const tooLong = 'is longer than 64 MB: divide it into several orders, each with an id of its own'

/** The order in a JSON text, or every issue that it has. */
export function parseOrderText(documentText: string): Result<Order> {
  if (documentText.length > longestText) return failed([{ code: 'too-long', path: '', message: tooLong }])
  let document: unknown
  try {
    document = JSON.parse(documentText.replace(/^\ufeff/, ''))
  } catch (error) {
    return failed([{ code: 'not-json', path: '', message: `is not JSON: ${reasonOf(error)}` }])
  }
  const issues = textIssues(documentText)
  const parsed = parseOrder(document)
  if (issues.length === 0) return parsed
  return failed([...issues, ...(parsed.ok ? [] : parsed.issues)], parsed.warnings)
}

/** Issues of the JSON text itself, such as a key written twice. */
function textIssues(documentText: string): Issue[] {
  const issues = duplicateKeys(documentText)
  if (!documentText.includes('\ufffd')) return issues
  const message = 'holds U+FFFD, which stands for bytes that could not be read: save the file as UTF-8'
  return [{ code: 'not-utf8', path: '', message }, ...issues]
}

/**
 * The order that an unknown value describes, or every issue that it has, each with its place. Unknown keys are left out
 * and reported as warnings.
 */
export function parseOrder(document: unknown): Result<Order> {
  const report = new Report()
  const order = readOrder(document, report)
  const { issues, warnings } = report
  return order !== undefined && issues.length === 0 ? { ok: true, value: order, warnings } : failed(issues, warnings)
}

/** Reads what `parseOrder` does, and says into `report` what it has to say. */
export function readOrder(document: unknown, report: Report): Order | undefined {
  if (!isObject(document)) return report.issue('not-an-object', '', `must be an object, not ${kindOf(document)}`)
  const own = Object.hasOwn(document, 'language') ? document['language'] : undefined
  const read = shape(typeof own === 'string' && isLanguage(own) ? own : 'und')(document, '', report)
  checkOrder(document, report)
  if (!read) return undefined
  const { format: _, $schema: _schema, ...parts } = read
  const order = { ...absent, ...parts, timeZone: read.timeZone ?? timeZoneOf(read.jurisdiction) }
  if (report.issues.length === 0) checkLifts(order, report)
  return order
}

/** Defaults for what a document leaves out. */
const absent: Pick<Order, 'applicants' | 'targets' | 'dynamic'> = {
  applicants: [],
  targets: [],
  dynamic: 'none',
}

/** The document's keys. `own` is its language: a text that is a plain string is in it. */
function shape(own: string) {
  const words = localText(own)
  const targets = list(target(own))
  return object({
    // Editors put it there, to find the schema by.
    $schema: optional(text),
    format: required(oneOf(format)),
    id: required(slug),
    version: required(wholeNumber(1)),
    language: required(language),
    title: required(words),
    jurisdiction: required(jurisdiction),
    timeZone: optional(timeZone),
    territory: optional(words),
    decisions: required(
      nonEmptyList(
        object({
          effect: required(oneOf('orders', 'extends', 'varies', 'confirms', 'suspends', 'lifts', 'costs')),
          kind: required(oneOf('judgment', 'interim', 'administrative', 'agreement')),
          court: required(text),
          chamber: optional(text),
          date: required(date),
          docket: optional(text),
          ecli: optional(ecli),
          url: optional(link),
          note: optional(words),
          targets: optional(targets),
        }),
      ),
    ),
    legalBasis: required(list(object({ citation: required(text), url: optional(link), quote: optional(text) }))),
    applicants: optional(list(text)),
    measures: required(
      nonEmptyList(
        object({
          kind: required(oneOf('block', 'delist')),
          addressees: required(list(text)),
          wording: optional(words),
          targets: optional(targets),
        }),
      ),
    ),
    targets: optional(targets),
    term: required(
      object({
        complyWithin: optional(duration),
        complyFrom: optional(oneOf('pronouncement', 'service')),
        duration: optional(duration),
        durationFrom: optional(oneOf('pronouncement', 'service', 'implementation')),
        until: optional(date),
        openEnded: optional(flag),
        served: optional(eventDate),
        implemented: optional(eventDate),
        windows: optional(list(object({ start: required(instant), end: required(instant) }))),
      }),
    ),
    dynamic: optional(oneOf('none', 'applicant-notice', 'regulator', 'registrar')),
    costs: optional(words),
    contest: optional(object({ text: required(words), url: optional(link), contact: optional(text) })),
    sources: required(nonEmptyList(object({ url: required(link), note: optional(words), retrieved: optional(date) }))),
  })
}
