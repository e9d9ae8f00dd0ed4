import { date } from './fields.ts'
import { normalizeHost, normalizeUrl } from '../hostname.ts'
import type { Target } from '../order.ts'
import { isObject, kindOf, object, oneOf, optional, required, wholeNumber, type Reader, type Report } from './reader.ts'
import { localText } from './texts.ts'

/** A target: a domain as a plain string, or an object with `domain`, `url` or `ip` and its annotations. */
export function target(language: string): Reader<Target> {
  const annotations = {
    note: optional(localText(language)),
    role: optional(oneOf('primary', 'redirect', 'mirror', 'proxy')),
    addedBy: optional(wholeNumber(0)),
    addedOn: optional(date),
    liftedOn: optional(date),
  }
  const kinds = new Map<string, Reader<Target>>([
    ['domain', object({ domain: required(host), ...annotations })],
    ['url', object({ url: required(url), ...annotations })],
    ['ip', object({ ip: required(ip), ...annotations })],
  ])
  return (value, path, report) => {
    if (typeof value === 'string') return host(value, path, report)
    if (!isObject(value))
      return report.issue(
        'target-kind',
        path,
        `must be a domain or an object with domain, url or ip, not ${kindOf(value)}`,
      )
    const given = [...kinds.keys()].filter((kind) => Object.hasOwn(value, kind))
    if (given.length !== 1) return report.issue('target-kind', path, 'must have exactly one of domain, url and ip')
    return kinds.get(given[0]!)!(value, path, report)
  }
}

function host(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
  const normal = normalizeHost(value)
  return normal.ok ? normal.host : report.issue(normal.code, path, `${quoted(value)} ${normal.message}`)
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

/** An IPv4 or IPv6 address, or a range of them. Shown as it is written. */
function ip(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
  const [address = '', prefix, ...more] = value.split('/')
  const v4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(address)
  const v6 = /^[0-9a-f.]*:[0-9a-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]/`)
  const rangeFits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (v4 ? 32 : 128))
  return (v4 || v6) && rangeFits && more.length === 0
    ? value
    : report.issue('ip', path, `${quoted(value)} is not an IP address or range`)
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
}
