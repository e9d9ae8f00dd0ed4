import { controlsInLine } from '../order/controls.ts'
import { withoutFinalDot } from '../order/final-dot.ts'
import { normalizeHost } from '../order/hostname.ts'
import { isObject, join, list, Report, type Reader } from '../order/reading/reader.ts'
import type { Acknowledgement } from '../standing/application.ts'
import { parseUrl } from '../parse-url.ts'

/** Readers of settings' values. What consoles, registries and people write for one differs: any of it is understood. */

/** A list longer than this is a mistake: its rest is not looked at. */
const mostEntries = 10_000

/** The longest name, reason or address: a page shows it as one line. */
const mostCharacters = 500

function refuse(report: Report, path: string, message: string): undefined {
  return report.issue('setting-value', path, message)
}

/** `true`, and what registries and consoles write for it. */
export const onOrOff: Reader<boolean> = (value, path, report) => {
  const written = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (written === true || written === 1 || written === 'true' || written === '1') return true
  if (written === false || written === 0 || written === 'false' || written === '0') return false
  return refuse(report, path, 'must be true or false')
}

export function choice<const Value extends string>(...values: Value[]): Reader<Value> {
  const advice = `must be one of ${values.map((one) => `"${one}"`).join(', ')}`
  return (value, path, report) => {
    const meant = typeof value === 'string' ? values.find((one) => one === value.trim().toLowerCase()) : undefined
    return meant ?? refuse(report, path, advice)
  }
}

export const line: Reader<string> = (value, path, report) => {
  if (typeof value !== 'string') return refuse(report, path, 'must be a text')
  if (value.length > mostCharacters) return refuse(report, path, `is longer than ${mostCharacters} characters`)
  return controlsInLine.test(value)
    ? refuse(report, path, 'holds a control, bidirectional or zero-width character: remove it')
    : value
}

export const webAddress: Reader<string> = (value, path, report) => {
  const written = line(value, path, report)
  if (written === undefined) return undefined
  return /^https?:$/.test(parseUrl(written)?.protocol ?? '')
    ? written
    : refuse(report, path, 'must be an address: https://..., or http://... on an intranet')
}

/** A domain name as the URL standard writes it. */
export const hostName: Reader<string> = (value, path, report) => {
  if (typeof value !== 'string') return refuse(report, path, 'must be a domain name')
  const name = normalizeHost(value.trim())
  return name.ok ? name.host : refuse(report, path, name.message)
}

/**
 * A name that no order may block: as it is no target, it may be a public suffix, a host of an intranet, or an address.
 *
 *   gov.uk, edu, intranet   as they are: each with the names below it
 *   *.school.example        school.example
 */
export const protectedName: Reader<string> = (value, path, report) => {
  const written = line(value, path, report)
  const host = written === undefined ? undefined : hostOf(written.trim().replace(/^\*?\./, ''))
  if (written !== undefined && host === undefined)
    return refuse(report, path, 'must be a name, such as school.example: it stands for the names below it too')
  return host
}

/**
 * The host of a search instance, however people run and write theirs: it is no target, so it may be any host.
 *
 *   Search.Example.ORG.            search.example.org
 *   https://search.example:8443/   search.example
 *   searx, 192.0.2.8               as they are
 */
export const instanceHost: Reader<string> = (value, path, report) => {
  const written = line(value, path, report)?.trim()
  if (written === undefined) return undefined
  return hostOf(written) ?? refuse(report, path, 'must be the host of an instance, such as search.example')
}

/**
 * Any host, of an address or by itself; undefined where it is none. A match pattern's `*` would stand for every host, and a URL would
 * take `1` for an address of the internet, and a mail address for that of a page.
 */
function hostOf(written: string): string | undefined {
  if (/^\d+$|@/.test(written)) return undefined
  const address = /^https?:\/\//i.test(written) ? written : `http://${written}`
  const host = withoutFinalDot(parseUrl(address)?.hostname ?? '')
  return /^[\w.-]+$/.test(host) ? host : undefined
}

/** A host that an order's block leaves out here, and why, in the administrator's words. */
export interface ExemptHost {
  host: string
  reason: string
}

/** `example.org Research agreement 12`, or `{"host": "example.org", "reason": "Research agreement 12"}`. */
export const exemptHost: Reader<ExemptHost> = (value, path, report) => {
  const [name, why] =
    typeof value === 'string'
      ? [value.trim().split(/\s+/, 1)[0], value.trim().replace(/^\S+\s*/, '')]
      : isObject(value)
        ? [value['host'], value['reason']]
        : []
  const host = hostName(name, path, report)
  if (host === undefined) return undefined
  if (why === undefined || why === '')
    return refuse(report, path, 'needs its reason behind the name, which is shown: "example.org Research agreement 12"')
  const wrong = new Report()
  const reason = line(why, path, wrong)
  return reason === undefined ? refuse(report, path, `has a reason that ${wrong.issues[0]!.message}`) : { host, reason }
}

/** `some-order example.com`: an order's id, and a name that it lists. */
export const acknowledgement: Reader<Acknowledgement> = (value, path, report) => {
  const [order = '', name, ...more] = typeof value === 'string' ? value.trim().split(/\s+/) : []
  if (name === undefined || more.length > 0)
    return refuse(report, path, 'must be an order’s id and a name that it lists: "some-order example.com"')
  const host = hostName(name, path, report)
  return host === undefined ? undefined : { order, host }
}

/** A list, in any form, each of whose entries `read` takes; a wrong one is left out. */
export function listOf<Value>(read: Reader<Value>): Reader<Value[]> {
  const each = list(read)
  return (value, path, report) => {
    const entries = entriesOf(value, path, report)
    return entries && each(entries, path, report)
  }
}

/** An object, or the JSON text of one, with some of these keys, each of whose values `read` takes; a wrong one is left out. */
export function record<Value>(known: readonly string[], read: Reader<Value>): Reader<Record<string, Value>> {
  return (value, path, report) => {
    const meant = typeof value === 'string' ? parsed(value) : value
    if (!isObject(meant)) return refuse(report, path, 'must be an object')
    const entries = Object.entries(meant).map(([key, entry]) => {
      const place = join(path, key)
      const taken = known.includes(key) ? read(entry, place, report) : refuse(report, place, unknownKey(key, known))
      return [key, taken] as const
    })
    return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined))
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = known.find((one) => one === key.trim().toLowerCase())
  return `is not known: ${meant === undefined ? `write one of ${known.join(', ')}` : `it is written "${meant}"`}`
}

/**
 * The entries of a list in any of the forms in which it reaches a browser: a list; its JSON text, as the Windows registry
 * holds it; its numbered keys, `{"1": ..., "2": ...}`; lines of text, as people paste it; one object where a list was meant.
 */
const entriesOf: Reader<unknown[]> = (value, path, report) => {
  if (Array.isArray(value)) return atMost(value, path, report)
  if (isObject(value)) return isNumbered(value) ? atMost(Object.values(value), path, report) : [value]
  if (typeof value !== 'string') return refuse(report, path, 'must be a list')
  const written = value.trim()
  const lines = written.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (!/^[[{]/.test(written)) return atMost(lines, path, report)
  const whole = parsed(written)
  if (whole !== undefined) return Array.isArray(whole) ? atMost(whole, path, report) : [whole]
  return lines.length > 1 && lines.every((line) => isObject(parsed(line)))
    ? atMost(lines, path, report)
    : refuse(report, path, 'must be a list: it is the text of one, but not JSON (look for a missing quote or comma)')
}

function isNumbered(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
}

function atMost(entries: unknown[], path: string, report: Report): unknown[] {
  if (entries.length <= mostEntries) return entries
  refuse(report, path, `has ${entries.length} entries: only the first ${mostEntries} are used`)
  return entries.slice(0, mostEntries)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
