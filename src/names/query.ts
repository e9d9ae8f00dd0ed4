import { withoutFinalDot } from '../order/final-dot.ts'
import { canonicalSpelling } from '../order/url-spelling.ts'
import { parseUrl } from '../parse-url.ts'

/** A question to the matcher: a host, or a whole address. */
export interface Query {
  /** As the URL standard writes it: lower case, punycode; without the dot that may end it. */
  host: string
  /** The address without userinfo (a password would stay in history and screenshots); absent when a host was asked for. */
  url?: string
}

/** Understands `dpstream.tv`, `http://user@WWW.dpstream.tv.:8080/a#b`; undefined for what is not of the web. */
export function parseQuery(input: string): Query | undefined {
  const url = parseUrl(input)
  if (url)
    return url.protocol === 'http:' || url.protocol === 'https:'
      ? { host: withoutFinalDot(url.hostname), url: addressOf(url) }
      : undefined
  const bare = parseUrl(`http://${input}`)
  if (!bare || bare.hostname === '' || !/^[^/?#@:\\]+$/.test(input)) return undefined
  return { host: withoutFinalDot(bare.hostname) }
}

function addressOf(url: URL): string {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  shown.hostname = withoutFinalDot(url.hostname)
  return shown.href
}

/**
 * Whether `url` lies at or below the address `prefix`. Both as the URL standard writes them. The scheme says how a page
 * is fetched, not which page it is; a path or query goes on only at a boundary:
 *
 *   prefix                  url
 *   https://a.tv/films      http://a.tv/films/1    yes
 *   https://a.tv/films      https://a.tv/films?x   yes
 *   https://a.tv/films      https://a.tv/filmstar  no
 *   https://a.tv/films      https://a.tv/%66ilms   yes: another spelling is the same page
 *   https://a.tv/x?q=       https://a.tv/x?q=1     yes: the prefix ends in the boundary
 *   https://a.tv/films      https://www.a.tv/films no: a host is a host
 */
export function liesBelow(prefix: string, url: string): boolean {
  const wanted = comparable(prefix)
  const given = comparable(url)
  if (!given.startsWith(wanted)) return false
  const next = given[wanted.length]
  return next === undefined || boundary.test(wanted.at(-1)!) || boundary.test(next)
}

/** Whether an address of the web is on a port, which none writes that is its scheme's own: 80, 443. */
export function isOnPort(port: number, url: string): boolean {
  const { protocol, port: written } = new URL(url)
  return Number(written || (protocol === 'http:' ? 80 : 443)) === port
}

/**
 * A character at which a prefix may end or go on: what declarativeNetRequest's `^` takes for a separator, so that what is
 * blocked is what is explained. An address as the URL standard writes it is ASCII: `/é` is `/%C3%A9`, without a boundary.
 */
export const boundary = /[^\w.%-]/

/**
 * The part of an address that tells one page from another: not the scheme, the spelling, or the fragment, which no
 * request carries.
 */
function comparable(url: string): string {
  return canonicalSpelling(url.replace(/^https?:\/\//, '').replace(/#.*$/, ''))
}
