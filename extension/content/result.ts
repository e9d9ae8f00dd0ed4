import type { Engine } from '../../src/search/engine.ts'
import { around, classesOf, elementsAfter, first, is, nameOf, parentOf, siblingsOf } from './dom.ts'
import { linkSelector } from './links.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * How far the result reaches whose link is to be hidden: never over another site's link. The engine's selectors say it
 * first; where they say nothing, or too much, the nearest ancestor that stands among its like does.
 *
 * @returns one element, and those in which it goes on
 */
export function resultOf(link: Element, engine: Engine, surroundings: Surroundings): [Element, ...Element[]] {
  const result = bySelector(link, engine, surroundings) ?? byStructure(link, engine, surroundings)
  return [result, ...(engine.rows !== undefined && is(result, engine.rows) ? rowsAfter(result, surroundings) : [])]
}

function rowsAfter(row: Element, { leadsSomewhere, holdsFurniture }: Surroundings): Element[] {
  const rows: Element[] = []
  for (const next of elementsAfter(row)) {
    if (leadsSomewhere(next) || holdsFurniture(next)) break
    rows.push(next)
  }
  return rows
}

/**
 * The outermost match around the link that holds nothing else: an inner one would leave an empty frame. Another match in
 * it stays, wherever it leads: questions that nobody has opened yet, cards that lead on with the engine.
 */
function bySelector(link: Element, engine: Engine, surroundings: Surroundings): Element | undefined {
  const { results } = engine
  const { holdsOther, othersIn } = surroundings
  const innermost = around(link, results)
  if (!innermost || holdsOther(innermost)) return undefined
  let found = innermost
  for (let item = outer(found, results); item && !holdsOther(item); item = outer(item, results)) {
    if (othersIn(item) > othersIn(found)) break
    found = item
  }
  return withFrame(found, engine, surroundings)
}

/** With what stands around a result and holds no other link: its frame, the answer that is quoted from it. */
function withFrame(result: Element, engine: Engine, surroundings: Surroundings): Element {
  const parent = parentOf(result)
  if (!parent || is(parent, engine.lists.join(',')) || surroundings.holdsFurniture(parent)) return result
  const other = `${linkSelector},${engine.results}`
  for (const sibling of siblingsOf(result)) if (is(sibling, other) || first(sibling, other)) return result
  return withFrame(parent, engine, surroundings)
}

function outer(item: Element, results: string): Element | null {
  const parent = parentOf(item)
  return parent && around(parent, results)
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
function byStructure(link: Element, engine: Engine, surroundings: Surroundings): Element {
  const lists = engine.lists.join(',')
  const own = new Set(surroundings.hostsOf(link))
  let found = link
  for (let one: Element | null = link; one; one = parentOf(one)) {
    if (surroundings.holdsOther(one) || is(one, lists) || surroundings.holdsFurniture(one)) break
    found = one
    if (hasLikeElsewhere(one, own, surroundings)) break
  }
  return found
}

/** Whether one of its siblings is like it, and leads to another host than `own`. */
function hasLikeElsewhere(element: Element, own: ReadonlySet<string>, { leadsElsewhere }: Surroundings): boolean {
  for (const sibling of siblingsOf(element)) if (leadsElsewhere(sibling, own) && isLike(element, sibling)) return true
  return false
}

function isLike(element: Element, other: Element): boolean {
  if (nameOf(other) !== nameOf(element)) return false
  const [own, others] = [classesOf(element), classesOf(other)]
  return own.length === 0 ? others.length === 0 : [...own].some((name) => others.contains(name))
}
