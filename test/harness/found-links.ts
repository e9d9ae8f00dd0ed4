import type { Page } from 'puppeteer-core'
import { addressAttributes, addressesIn, addressSelectors, displayedAddress } from '../../src/search/attributes.ts'
import { engines } from '../../src/search/engines.ts'
import { destinations } from '../../src/search/unwrap.ts'
import type { ResultPage } from './result-pages.mjs'

/** A link of a result page as the person sees it. */
export interface FoundLink {
  address: string
  /** Hosts that it leads to; of a picture's links, those of all: its file may lie elsewhere than its page. */
  hosts: string[]
  /** Whether it leads to another site than the engine's. */
  outside: boolean
  /** Whether it is rendered. */
  box: boolean
  /** Whether it lies in something that was marked as hidden. */
  inHidden: boolean
  /** The result that it lies in, by number; -1 for none. */
  result: number
  /** Whether it is its result's title. */
  title: boolean
}

/** Every link of the page that the tab shows: anchors, and elements that keep an address in an attribute. */
export async function linksOf(tab: Page, page: ResultPage): Promise<FoundLink[]> {
  const engine = engines.find(({ id }) => id === page.engine)!
  const found = await tab.evaluate(
    (attributes, selectors, { results, pictures, displayed }) => {
      const selector = ['a[href]', 'area[href]', ...selectors].join(',')
      /** From the link out to its result, what is displayed in each element around it. */
      function displayedAround(link: Element): string[][] {
        const found: string[][] = []
        const result = displayed ? link.closest(results) : null
        for (let part: Element | null = link; result?.contains(part); part = part!.parentElement)
          found.push([...part!.querySelectorAll(displayed!)].map((one) => one.textContent))
        return found
      }
      const inResults = [...document.querySelectorAll(results)]
      function isTitle(link: Element): boolean {
        const result = link.closest(results)
        const heading = result?.querySelector('h1, h2, h3, h4, h5, h6, [role=heading]')
        return heading ? link.contains(heading) || heading.contains(link) : result?.querySelector(selector) === link
      }
      const inPictures: (Element | null)[] = pictures ? [...document.querySelectorAll(pictures)] : []
      return [...document.querySelectorAll(selector)].map((element) => ({
        href: element.getAttribute('href'),
        values: attributes.map((name) => element.getAttribute(name) ?? ''),
        box: element.getClientRects().length > 0,
        inHidden: element.closest('[data-writ=hidden]') !== null,
        result: inResults.indexOf(element.closest(results)!),
        title: isTitle(element),
        picture: inPictures.indexOf(pictures ? element.closest(pictures) : null),
        displayed: displayedAround(element),
      }))
    },
    addressAttributes(engine),
    addressSelectors(engine),
    { results: engine.results, pictures: engine.pictures, displayed: engine.opaque?.displayed },
  )
  const links = found.map(({ href, values, displayed, ...rest }) => {
    const addresses = [...(href === null ? [] : [href]), ...values.flatMap(addressesIn)]
    const leadingTo = (address: string) => destinations(address, new URL(page.url), engine)
    const written = addresses.flatMap(leadingTo)
    const keepsToItself = addresses.some((address) => engine.opaque?.links?.test(address) ?? true)
    const isOpaque = keepsToItself && !written.some(({ outside }) => outside)
    const shown = displayed.map((texts) => texts.flatMap((text) => leadingTo(displayedAddress(text) ?? '')))
    const nearest = shown.find((near) => near.length > 0) ?? []
    const certain = new Set(nearest.map(({ host }) => host)).size === 1
    const leading = isOpaque && certain ? [...written, ...nearest] : written
    return {
      address: leading[0]?.href ?? addresses[0] ?? '',
      hosts: [...new Set(leading.map(({ host }) => host))],
      outside: leading.some(({ outside }) => outside),
      ...rest,
    }
  })
  return links.map(({ picture, ...link }) => {
    const beside = picture < 0 ? [] : links.filter((other) => other.picture === picture).flatMap(({ hosts }) => hosts)
    return { ...link, hosts: [...new Set([...link.hosts, ...beside])] }
  })
}
