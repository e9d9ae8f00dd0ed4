import { addressAttributes, addressesIn, addressSelectors, displayedAddress } from '../../src/search/attributes.ts'
import type { Engine } from '../../src/search/engine.ts'
import { destinations, type Destination } from '../../src/search/unwrap.ts'
import { all, around, attribute, attributesOf, baseAddress, parentOf } from './dom.ts'
import { isComing } from './parsing.ts'
import { parseUrl } from '../../src/parse-url.ts'

/** The links of an engine's pages. */
export interface Links {
  /**
   * Whatever leads somewhere: anchors, of pictures too (`<svg><a xlink:href>`), and elements that keep an address for a
   * script to open.
   */
  readonly selector: string
  /** Attributes that say where a link leads. */
  readonly attributes: readonly string[]
  /** Where a link leads: by its addresses, and where it is opaque, by the address that its result shows. */
  leadsOf(link: Element): Leads
}

export function linksOn(engine: Engine): Links {
  const keeping = addressAttributes(engine)
  return {
    selector: ['a[*|href]', 'area[href]', ...addressSelectors(engine)].join(','),
    attributes: ['href', ...keeping],
    leadsOf: (link) => leadsOf(link, engine, keeping),
  }
}

/** Where a link leads. */
export interface Leads {
  destinations: Destination[]
  /** Whether it tells nobody itself: what its result shows stands for it. */
  opaque: boolean
  /** Whether nothing that is still to come can add to it. */
  complete: boolean
}

/** The page's first address: what is on its host stays on the page, wherever that moves without loading. */
const here = new URL(location.href)
let base = here
let baseText = base.href

/** Where an address leads that stands on the page. */
function destinationsOf(address: string, engine: Engine): Destination[] {
  // Most say their host, and are not to wait for the page's base; `https:films` says none.
  if (/^https?:\/\//i.test(address)) return destinations(address, here, engine)
  const now = baseAddress()
  if (now !== baseText) {
    baseText = now
    base = new URL(now)
  }
  if (base.hostname === here.hostname) return destinations(address, base, engine)
  // `<base href="https://a.tv/">`: what has no host leads there.
  const url = parseUrl(address, base)
  return url ? destinations(url.href, here, engine) : []
}

function leadsOf(link: Element, engine: Engine, keeping: readonly string[]): Leads {
  const addresses = addressesOf(link, keeping)
  const written = addresses.flatMap((one) => destinationsOf(one, engine))
  const result = isOpaque(addresses, written, engine) ? around(link, engine.results) : null
  if (!result) return { destinations: written, opaque: false, complete: true }
  const displayed = displayedNear(link, result, engine.opaque!.displayed, engine)
  return { destinations: [...written, ...displayed], opaque: true, complete: !isComing(result) }
}

function isOpaque(addresses: readonly string[], written: readonly Destination[], engine: Engine): boolean {
  if (!engine.opaque || written.some(({ outside }) => outside)) return false
  const { links } = engine.opaque
  return links === undefined || addresses.some((one) => links.test(one))
}

/** The address that stands nearest to the link in its result; none where as near stand two, of which one is another's. */
function displayedNear(link: Element, result: Element, displayed: string, engine: Engine): Destination[] {
  for (let part: Element | null = link; part; part = part === result ? null : parentOf(part)) {
    const addresses = [...all(part, displayed)].flatMap((one) => displayedAddress(one.textContent) ?? [])
    const near = addresses.flatMap((one) => destinationsOf(one, engine))
    if (near.length > 0) return near.every(({ host }) => host === near[0]!.host) ? near : []
  }
  return []
}

function addressesOf(link: Element, keeping: readonly string[]): string[] {
  const addresses: string[] = []
  for (const name of attributesOf(link))
    if (name === 'href' || name === 'xlink:href') addresses.push(attribute(link, name)!)
    else if (keeping.includes(name)) addresses.push(...addressesIn(attribute(link, name)!))
  return addresses
}
