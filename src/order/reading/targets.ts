import { dayOrInstant, instant } from './fields.ts'
import { oneOrMore } from './forms.ts'
import { normalizeHost, normalizeHostAndPort, normalizeUrl } from '../hostname.ts'
import type { Target } from '../order.ts'
import { isAddressRange } from '../ip-address.ts'
import {
  isObject,
  kindOf,
  object,
  oneOf,
  optional,
  required,
  string,
  wholeNumber,
  type Reader,
  type Report,
} from './reader.ts'
import { localText, text } from './texts.ts'

/** A target: a domain as a plain string, or an object with `domain`, `host`, `url` or `ip` and its annotations. */
export function target(language: string): Reader<Target> {
  const annotations = {
    note: optional(localText(language)),
    role: optional(oneOf('primary', 'redirect', 'mirror', 'proxy')),
    reference: optional(text),
    addedBy: optional(oneOrMore(wholeNumber(0))),
    addedOn: optional(dayOrInstant),
    liftedOn: optional(dayOrInstant),
    window: optional(oneOrMore(object({ start: required(instant), end: required(instant) }))),
  }
  const kinds = new Map<string, Reader<Target>>([
    ['domain', object({ domain: required(domain), ...annotations })],
    ['host', object({ host: required(host), ...annotations })],
    ['url', object({ url: required(url), ...annotations })],
    ['ip', object({ ip: required(ip), ...annotations })],
  ])
  return (value, path, report) => {
    if (typeof value === 'string') return domain(value, path, report)
    if (!isObject(value))
      return report.issue(
        'target-kind',
        path,
        `must be a domain or an object with domain, host, url or ip, not ${kindOf(value)}`,
      )
    const given = [...kinds.keys()].filter((kind) => Object.hasOwn(value, kind))
    if (given.length !== 1)
      return report.issue('target-kind', path, 'must have exactly one of domain, host, url and ip')
    return kinds.get(given[0]!)!(value, path, report)
  }
}

const domain = named(normalizeHost)
const host = named(normalizeHostAndPort)

/** A target's name, as the document acknowledges it. */
export const acknowledged = domain

function named(normalize: typeof normalizeHost): Reader<string> {
  return (value, path, report) => {
    if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
    const normal = normalize(value)
    return normal.ok ? normal.host : report.issue(normal.code, path, `${quoted(value)} ${normal.message}`)
  }
}

function url(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
  const normal = normalizeUrl(value)
  if (!normal.ok) return report.issue(normal.code, path, `${quoted(value)} ${normal.message}`)
  if (value.includes('*'))
    report.warning('url-wildcard', path, 'holds a *, which stands for itself: an address covers all that lies below it')
  if (normal.fragmentDropped)
    report.warning('url-fragment', path, 'has a fragment, which no request carries: it is left out')
  return normal.url
}

/** Shown as it is written. */
const ip = string('ip', isAddressRange, 'must be an IP address or a range of them, as in "192.0.2.0/24"')

function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
}
