import { normalizeHost, normalizeHostAndPort, normalizeUrl } from '../../order/hostname.ts'
import { isAddressRange } from '../../order/ip-address.ts'

/** A target without annotations. */
export type BareTarget = string | { domain: string } | { host: string } | { url: string } | { ip: string }

type Read = { ok: true; target: BareTarget } | { ok: false; code: string; message: string }

/** How values are read that could be read in two ways. */
export interface ReadingOptions {
  /** Whether the address of a whole site (`https://a.tv/`) is the domain, with all below it. */
  urlsAsDomains: boolean
}

/**
 * A value of a list as a target:
 *
 *   a.tv, *.a.tv, .a.tv      the domain
 *   a.tv:8443                the host on that port
 *   https://a.tv/films       the page, and so is a.tv/films
 *   https://a.tv/            the host alone: a page without a path is one; by choice the domain
 *   192.0.2.0/24             the addresses
 *   *.com, a.*.tv, /a.+/     refused
 */
export function targetIn(value: string, alone: boolean, options: ReadingOptions): Read {
  if (mayBeAddress.test(value) && isAddressRange(value)) return { ok: true, target: { ip: value } }
  if (/^\/.+\/$/.test(value))
    return { ok: false, code: 'regex', message: 'is a regular expression, which no order can say: list the names' }
  const hasScheme = value.includes('://')
  if (hasScheme || value.includes('/')) return pageIn(hasScheme ? value : `https://${value}`, options)
  if (/:\d*$/.test(value)) return hostIn(normalizeHostAndPort(value))
  if (alone) return hostIn(normalizeHost(value))
  const name = normalizeHost(value.startsWith('.') ? value.slice(1) : value.replace(/^\*\./, ''))
  return name.ok ? { ok: true, target: name.host } : name
}

const mayBeAddress = /^[\d[:]|:/

function hostIn(host: ReturnType<typeof normalizeHost>): Read {
  return host.ok ? { ok: true, target: { host: host.host } } : host
}

function pageIn(address: string, { urlsAsDomains }: ReadingOptions): Read {
  const page = normalizeUrl(address)
  if (page.ok) return { ok: true, target: { url: page.url } }
  if (page.code !== 'url-without-path') return page
  const { hostname } = new URL(address)
  const host = normalizeHost(hostname)
  if (!host.ok) return host
  return { ok: true, target: urlsAsDomains ? host.host : { host: host.host } }
}
