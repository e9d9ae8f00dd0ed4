import { dynamics, reasonCategories } from '../vocabulary.ts'
import { failed, reasonOf, type Issue, type Result } from '../issue.ts'
import type { Order } from '../order.ts'
import { checkProtected } from './check-protected.ts'
import { checkNamed } from './check-named.ts'
import { checkOrder } from './check-order.ts'
import { decision } from './decisions.ts'
import { date, eventDay, jurisdiction, language, link, slug, timeZone, word } from './fields.ts'
import { oneOrMore } from './forms.ts'
import { timeZoneOf } from './jurisdiction.ts'
import { measure } from './measures.ts'
import { most } from './most.ts'
import { contest, party } from './parties.ts'
import {
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
import { acknowledged, target } from './targets.ts'
import { term } from './term.ts'
import { isLanguage, localText, text } from './texts.ts'
import { structureIssues } from './text-structure.ts'

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
  const issues = structureIssues(documentText)
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
  const { format: _, $schema: _schema, crit = [], ...parts } = read
  const zone = read.timeZone ?? timeZoneOf(read.jurisdiction, report)
  if (zone === undefined) return undefined
  const order = { ...absent, ...parts, timeZone: zone, notUnderstood: crit.filter((key) => !report.understands(key)) }
  if (report.issues.length === 0) {
    checkNamed(order, report)
    checkProtected(order, report)
  }
  return order
}

/** Defaults for what a document leaves out: never that something is so. */
const absent = {
  reasons: [],
  applicants: [],
  defendants: [],
  notOrdered: [],
  intervenors: [],
  targets: [],
  contest: [],
  references: [],
  replaces: [],
  related: [],
  unsure: [],
} satisfies Partial<Order>

/** The document's keys. `own` is its language: a text that is a plain string is in it. */
function shape(own: string) {
  const words = localText(own)
  const targets = list(target(own))
  const parties = optional(list(party(own)))
  return object({
    // Editors put it there, to find the schema by.
    $schema: optional(text),
    format: required(oneOf(format)),
    id: required(slug),
    version: required(wholeNumber(1)),
    crit: optional(list(text)),
    language: required(language),
    title: required(words),
    jurisdiction: required(jurisdiction),
    timeZone: optional(timeZone),
    territory: optional(words),
    decisions: required(nonEmptyList(decision(own, targets), most.decisions)),
    legalBasis: required(list(object({ citation: required(words), url: optional(link), quote: optional(words) }))),
    reasons: optional(
      list(object({ category: required(oneOf(...reasonCategories)), text: optional(words), source: optional(link) })),
    ),
    applicants: parties,
    defendants: parties,
    notOrdered: parties,
    intervenors: parties,
    summons: optional(eventDay),
    measures: required(nonEmptyList(measure(own, targets), most.measures)),
    targets: optional(targets),
    ack: optional(list(acknowledged)),
    withheld: optional(object({ count: optional(wholeNumber(1)), why: required(words) })),
    term: required(term(own, targets)),
    checkedOn: optional(date),
    dynamic: optional(oneOrMore(oneOf(...dynamics))),
    penalty: optional(words),
    costs: optional(words),
    contest: optional(contest(own)),
    sources: required(nonEmptyList(object({ url: required(link), note: optional(words), retrieved: optional(date) }))),
    references: optional(list(object({ db: required(word), id: required(text) }))),
    replaces: optional(list(slug)),
    related: optional(list(slug)),
    unsure: optional(list(object({ path: required(text), why: required(words) }))),
  })
}
