import { withoutFinalDot } from '../order/final-dot.ts'
import type { Engine } from './engine.ts'
import { servicesAt } from './services.ts'
import type { Wrapping } from './wrapping.ts'

/** A longer address is read up to here, and not unwrapped: no engine writes one. Its host stands at its beginning. */
const longest = 16_384
/** Engines wrap a translation in a click counter, no deeper. */
const deepest = 6

/** Where a link leads. */
export interface Destination {
  /** As the URL standard writes it: http or https. */
  href: string
  /** Its host, without a dot at its end. */
  host: string
  /** Whether that is another site's, not one of the engine's own. */
  outside: boolean
}

/**
 * Where a link of a result page leads: its address as the URL standard writes it, and each address that is wrapped in it
 * (of an image, the page and the file).
 *
 *   /url?q=https://a.tv/x&sa=U                on Google       https://a.tv/x
 *   /ck/a?!&&u=a1aHR0cHM6Ly9hLnR2L3g          on Bing         https://a.tv/x
 *   https://other.example/url?q=https://a.tv  anywhere        https://other.example/url?q=https://a.tv
 *
 * Only the engine's own wrappings and the known services' are undone: another site's parameters are its own.
 *
 * @param address as it stands in the page: may be relative, and anything at all
 * @param base address of the page
 * @returns none for what does not lead to the web, or stays on the page's own host
 */
export function destinations(address: string, base: URL, engine: Engine): Destination[] {
  const found: Destination[] = []
  unwrap(address, base, engine, deepest, found)
  const here = withoutFinalDot(base.hostname)
  return found.filter(({ host }) => host !== here)
}

function unwrap(address: string, base: URL, engine: Engine, depth: number, found: Destination[]): void {
  const url = parsed(address.slice(0, longest), base)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return
  const host = withoutFinalDot(url.hostname)
  // Else no form of an address would fit `www.google.com./url?q=`.
  if (host !== url.hostname) url.hostname = host
  const inner = depth === 0 || address.length > longest ? [] : innerAddresses(url, host, engine)
  for (const one of inner) unwrap(one, url, engine, depth - 1, found)
  // Escaped, an address is up to nine times as long.
  const href = url.href.slice(0, longest)
  if (inner.length > 0 || found.some((one) => one.href === href)) return
  found.push({ href, host, outside: !engine.own.test(host) })
}

function parsed(address: string, base: URL): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}

function innerAddresses(url: URL, host: string, engine: Engine): string[] {
  const inner = undone(engine.wrapped ?? [], url)
  return inner.length > 0 ? inner : undone(servicesAt(host), url)
}

function undone(wrappings: readonly Wrapping[], url: URL): string[] {
  const { href } = url
  for (const { at, to } of wrappings) {
    if (!at.test(href)) continue
    const inner = to(url).flatMap((one) => (one && leadsAway(one) ? [withScheme(one)] : []))
    if (inner.length > 0) return inner
  }
  return []
}

/** A whole address, or a host with its path as caches write it; not a bare word, which would be read as a path. */
function leadsAway(inner: string): boolean {
  return /^(?:https?:)?\/\//i.test(inner) || bareHost.test(inner)
}

const bareHost = /^[^\s/?#:@]+\.[^\s/?#:@]+(?:[/?#:]|$)/

function withScheme(inner: string): string {
  return bareHost.test(inner) ? `http://${inner}` : inner
}
