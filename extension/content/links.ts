import { addressAttributes, addressesIn, displayedAddress } from '../../src/search/attributes.ts'
import type { Engine } from '../../src/search/engine.ts'
import { destinations, isOutside } from '../../src/search/unwrap.ts'
import { all, around, attribute, first, is } from './dom.ts'
import { isComing } from './parsing.ts'

/** Elements that keep an address for a script to open. */
const keeperSelector = addressAttributes.map((name) => `[${name}]`).join(',')

/** Whatever leads somewhere. */
export const linkSelector = `a[href],area[href],${keeperSelector}`

export const linkAttributes = ['href', ...addressAttributes]

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

/** Most links have none but their `href`: one look tells. */
function addressesOf(link: Element): string[] {
  const href = attribute(link, 'href')
  const addresses = href === null ? [] : [href]
  if (!is(link, keeperSelector)) return addresses
  for (const name of addressAttributes) {
    const value = attribute(link, name)
    if (value !== null) addresses.push(...addressesIn(value))
  }
  return addresses
}
