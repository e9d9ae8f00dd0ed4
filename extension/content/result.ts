import type { Engine } from '../../src/search/engine.ts'
import { linkSelector } from './links.ts'

/** What is known of the page's links. */
export interface Links {
  /** Whether a link leads to another site that is not to be hidden: what holds one stays. */
  stays(link: Element): boolean
  /** The hosts that a link leads to outside the engine. */
  hosts(link: Element): readonly string[]
}

/**
 * How far the result reaches whose link is to be hidden: never over another site's link. The engine's selectors say it
 * first; where they say nothing, or too much, the nearest ancestor that stands among its like does.
 */
export function resultOf(link: Element, engine: Engine, links: Links): Element {
  return bySelector(link, engine, links) ?? byStructure(link, engine, links)
}

/** The outermost match around the link that holds nothing else: an inner one would leave an empty frame. */
function bySelector(link: Element, { results }: Engine, links: Links): Element | undefined {
  let found: Element | undefined
  for (let item = link.closest(results); item && !holdsOther(item, links); item = outer(item, results)) found = item
  return found
}

function outer(item: Element, results: string): Element | null {
  return item.parentElement?.closest(results) ?? null
}

/**
 * Climbs while there is no other site's link and no furniture of the page, up to where the like of it stands beside it
 * and leads elsewhere.
 *
 *   <main>                    holds other links
 *     <div>                   <- the result: the next <div> leads to another host
 *       <h3><a covered>
 *       <p>snippet
 *     <div> <h3><a other>
 */
function byStructure(link: Element, engine: Engine, links: Links): Element {
  const lists = engine.lists.join(',')
  const own = new Set(links.hosts(link))
  let found = link
  for (let around: Element | null = link; around; around = around.parentElement) {
    if (holdsOther(around, links) || isFurniture(around) || around.matches(lists)) break
    found = around
    if (siblingsLike(around).some((sibling) => leadsElsewhere(sibling, own, links))) break
  }
  return found
}

function holdsOther(element: Element, links: Links): boolean {
  if (links.stays(element)) return true
  for (const link of element.querySelectorAll(linkSelector)) if (links.stays(link)) return true
  return false
}

/** Parts of the page itself, which no result has inside. */
const furniture = 'body, main, nav, header, footer, form, input, [role=search], [role=navigation], [role=main]'

function isFurniture(element: Element): boolean {
  return element.matches(furniture) || element.querySelector(furniture) !== null
}

function siblingsLike(element: Element): Element[] {
  const like = (other: Element) =>
    other !== element &&
    other.localName === element.localName &&
    (element.classList.length === 0
      ? other.classList.length === 0
      : [...element.classList].some((name) => other.classList.contains(name)))
  return [...(element.parentElement?.children ?? [])].filter(like)
}

function leadsElsewhere(element: Element, own: ReadonlySet<string>, links: Links): boolean {
  const all = [element, ...element.querySelectorAll(linkSelector)]
  return all.some((link) => links.hosts(link).some((host) => !own.has(host)))
}
