import { parseQuery } from '../names/query.ts'
import type { Explanation } from '../standing/explain.ts'
import type { OrderRecord } from '../standing/record.ts'
import { courtOf } from './names.ts'
import type { Words } from './words.ts'
import { parseUrl } from '../parse-url.ts'

/**
 * A recipient of an error report, and the address that reaches them: https, http or mailto. Nothing is sent until
 * someone follows it.
 */
export interface Recipient {
  name: string
  url: string
}

/** An organisation's contact for questions: see the managed settings. Each may be empty. */
export interface Support {
  supportName: string
  supportUrl: string
  supportContact: string
}

/**
 * Recipients who can mend a wrong block of what was asked for: the organisation that applies it here, and whom the
 * orders that are applied name. The host, the order and its docket are filled in; never the path, which says what was
 * read.
 */
export function recipients(explanation: Explanation, support: Support, words: Words): Recipient[] {
  const applied = explanation.orders.filter((order) => order.applied && order.entry.block)
  const records = (applied.length > 0 ? applied : explanation.orders.slice(0, 1)).map(({ record }) => record)
  const [order] = records
  if (!order) return []
  const { supportName, supportUrl, supportContact } = support
  const found = [
    parseUrl(supportUrl)
      ? { name: supportName || hostOf(supportUrl), url: withDetails(supportUrl, explanation.query.host, order) }
      : isMail(supportContact) && {
          name: supportName || supportContact,
          url: mailTo(supportContact, explanation, order, words),
        },
    ...records.map((record) => namedBy(record, explanation, words)),
  ].filter((one) => one !== false)
  // Several orders may name the same office: it is told once, of the first.
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at)
}

/** The organisation's own contact, where it reaches somebody by a click. */
export function supportAt(
  explanation: Explanation,
  order: OrderRecord,
  { supportName, supportUrl, supportContact }: Support,
  words: Words,
): Recipient | undefined {
  if (URL.canParse(supportUrl))
    return { name: supportName || hostOf(supportUrl), url: withDetails(supportUrl, explanation.query.host, order) }
  if (!isMail(supportContact)) return undefined
  return { name: supportName || supportContact, url: mailTo(supportContact, explanation, order, words) }
}

function namedBy(record: OrderRecord, explanation: Explanation, words: Words): Recipient | false {
  const contest = record.order.contest.find(({ contact, url }) => isMail(contact) || url !== undefined)
  return isMail(contest?.contact)
    ? { name: contest.contact, url: mailTo(contest.contact, explanation, record, words) }
    : contest?.url !== undefined &&
        parseUrl(contest.url) !== undefined && { name: hostOf(contest.url), url: contest.url }
}

function withDetails(url: string, host: string, { order }: OrderRecord): string {
  const page = new URL(url)
  const details = { host, order: order.id, docket: order.decisions[0].docket ?? '' }
  for (const [name, value] of Object.entries(details)) page.searchParams.set(name, value)
  return page.href
}

function mailTo(address: string, { query }: Explanation, record: OrderRecord, words: Words): string {
  const subject = words.say('reportSubject', query.host)
  return mail(address, subject, [words.say('reportBecause'), '', '', ...identity(query.host, record, words)])
}

/** A mail for a person's own mail program, its lines given: nothing of it is sent. */
function mail(address: string, subject: string, lines: string[]): string {
  // What a person types breaks its lines otherwise; each is %0D%0A in a mail's address (RFC 6068).
  const [head, body] = [subject, lines.join('\n').replaceAll(/\r\n?|\n/g, '\r\n')].map(encodeURIComponent)
  return `mailto:${address}?subject=${head}&body=${body}`
}

function identity(host: string, { order, digest }: OrderRecord, words: Words): string[] {
  const [decision] = order.decisions
  const { date, docket, ecli } = decision
  return [
    host,
    words.text(order.title),
    [courtOf(decision, words), words.date(date), docket, ecli].filter(Boolean).join(', '),
    `${order.id}, v${order.version}, SHA-256 ${digest}`,
  ]
}

/** A name that a reader believes the order covers too: a new address of a site that it names. */
export interface NewName {
  /** The text as it was typed: a host or an address. */
  name: string
  reason: string
}

/** A draft to the order's publisher, for a person to send. Undefined where no host can be read in the name. */
interface NewNameDraft {
  text: string
  json: string
  /** Where the order names an address for mail. */
  mail?: string
}

/** @param now epoch milliseconds */
export function newNameDraft(
  { name, reason }: NewName,
  record: OrderRecord,
  now: number,
  words: Words,
): NewNameDraft | undefined {
  const typed = name.trim()
  // As people type it: `example.org/path`, without a scheme.
  const host = (parseQuery(typed) ?? parseQuery(`http://${typed}`))?.host
  if (host === undefined || !host.includes('.')) return undefined
  const { order, digest } = record
  const [decision] = order.decisions
  const { docket } = decision
  const subject = words.say('draftSubject', host)
  const lines = [subject, ...(reason.trim() === '' ? [] : [reason.trim()]), '', ...identity(host, record, words)]
  const json = {
    order: order.id,
    version: order.version,
    digest,
    court: courtOf(decision, words),
    ...(docket ? { docket } : {}),
    domain: host,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    observed: new Date(now).toISOString(),
  }
  const contact = order.contest.find((way) => isMail(way.contact))?.contact
  return {
    text: lines.join('\n'),
    json: JSON.stringify(json, null, 2),
    ...(isMail(contact) ? { mail: mail(contact, subject, lines.slice(1)) } : {}),
  }
}

/** An address for mail and nothing else: no second header, no second recipient can hide in it. */
export function isMail(contact: string | undefined): contact is string {
  return contact !== undefined && /^[^\s@?&#%,;:/<>"']+@[^\s@?&#%,;:/<>"']+\.[^\s@?&#%,;:/<>"']+$/.test(contact)
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
