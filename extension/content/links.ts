import { addressAttributes, addressesIn, displayedAddress } from '../../src/search/attributes.ts'
import type { Engine } from '../../src/search/engine.ts'
import { destinations, isOutside } from '../../src/search/unwrap.ts'
import { all, around, attribute, attributesOf, first, is } from './dom.ts'
import { isComing } from './parsing.ts'

/** Whatever leads somewhere: anchors, and elements that keep an address for a script to open. */
export const linkSelector = ['a[href]', 'area[href]', ...addressAttributes.map((name) => `[${name}]`)].join(',')

export const linkAttributes = ['href', ...addressAttributes]

const keeping = new Set(addressAttributes)

/** Relative addresses differ by it in their path alone, wherever the page moves without loading. */
const here = new URL(location.href)

/** Every link in `element`, itself included. */
export function linksIn(element: Element): Element[] {
  return [...(is(element, linkSelector) ? [element] : []), ...all(element, linkSelector)]
}

/** Where a link leads; `complete` when nothing that is still to come can add to it. */
export interface Leads {
  destinations: URL[]
  complete: boolean
}

/** Where a link leads: by its addresses, and where none leads out, by the address that its result shows. */
export function leadsOf(link: Element, engine: Engine): Leads {
  const written = addressesOf(link).flatMap((one) => destinations(one, here, engine))
  const result = engine.displayed === undefined ? null : around(link, engine.results)
  if (!result || written.some((one) => isOutside(one, engine))) return { destinations: written, complete: true }
  const shown = first(result, engine.displayed!)?.textContent
  const address = shown ? displayedAddress(shown) : undefined
  const displayed = address === undefined ? [] : destinations(address, here, engine)
  return { destinations: [...written, ...displayed], complete: !isComing(result) }
}

function addressesOf(link: Element): string[] {
  const addresses: string[] = []
  for (const name of attributesOf(link))
    if (name === 'href') addresses.push(attribute(link, name)!)
    else if (keeping.has(name)) addresses.push(...addressesIn(attribute(link, name)!))
  return addresses
}
