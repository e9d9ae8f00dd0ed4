import { addressAttributes, addressesIn, displayedAddress } from '../../src/search/attributes.ts'
import type { Engine } from '../../src/search/engine.ts'
import { destinations, isOutside } from '../../src/search/unwrap.ts'

/** Whatever leads somewhere: anchors, and elements that keep an address for a script to open. */
export const linkSelector = ['a[href]', 'area[href]', ...addressAttributes.map((name) => `[${name}]`)].join(',')

export const linkAttributes = ['href', ...addressAttributes]

/** Every link in `root`, itself included. */
export function linksIn(root: Element): Element[] {
  return [...(root.matches(linkSelector) ? [root] : []), ...root.querySelectorAll(linkSelector)]
}

/** Where a link leads: by its addresses, and where none leads out, by the address that its result shows. */
export function destinationsOf(link: Element, engine: Engine): string[] {
  const found = linkAttributes.flatMap((name) => {
    const value = link.getAttribute(name)
    if (value === null) return []
    return (name === 'href' ? [value] : addressesIn(value)).flatMap((one) => destinations(one, location.href, engine))
  })
  if (engine.displayed === undefined || found.some((one) => isOutside(one, engine))) return found
  const shown = link.closest(engine.results)?.querySelector(engine.displayed)?.textContent
  const address = shown ? displayedAddress(shown) : undefined
  return address === undefined ? found : [...found, ...destinations(address, location.href, engine)]
}
