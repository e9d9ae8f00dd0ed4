import type { Engine } from '../../src/search/engine.ts'
import { all, around, contains, elementsAfter, first, is, parentOf, siblingsOf } from './dom.ts'
import { flatParts } from './flat-parts.ts'
import { hasLikeElsewhere, likesOf } from './likes.ts'
import { sideColumn, type Surroundings } from './surroundings.ts'

/**
 * The elements that make up a covered link's result, including another site's link only where the result's title is what
 * is covered. The engine's selectors name them; where they name nothing, or too much, the nearest ancestor that stands among
 * elements like it is taken.
 *
 * @returns one element, and those in which it goes on
 */
export function resultOf(link: Element, engine: Engine, surroundings: Surroundings): [Element, ...Element[]] {
  const result = bySelector(link, engine, surroundings) ?? byStructure(link, engine, surroundings)
  const isRow = engine.rows !== undefined && is(result, engine.rows)
  return [result, ...(isRow ? rowsAfter(result, surroundings) : flatParts(result, surroundings))]
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
 * it stays, wherever it leads: questions that nobody has opened yet, cards that lead on with the engine. A picture goes
 * whatever else it leads to: its file may lie with another site than its page.
 */
function bySelector(link: Element, engine: Engine, surroundings: Surroundings): Element | undefined {
  const { results } = engine
  const { holdsOther, othersIn, holdsCovered } = surroundings
  const innermost = around(link, results)
  if (!innermost) return undefined
  const isPicture = engine.pictures !== undefined && is(innermost, engine.pictures)
  const titled = titleGoes(innermost, results, surroundings)
  if (!isPicture && !titled) {
    if (holdsOther(innermost) || leavesColumn(link, innermost, surroundings)) return undefined
    // A match may be a block of several: places on a map, each in an element that no selector knows.
    for (let one = link; one !== innermost; one = parentOf(one)!)
      if (likesOf(one, surroundings) === 'more stay') return one
  }
  let found = innermost
  const staysIn = (item: Element) => {
    for (const one of all(item, results)) if (!holdsCovered(one) && !contains(found, one)) return true
    return false
  }
  const reachesFurther = (item: Element) => (titled ? othersIn(item).length > 1 : holdsOther(item))
  for (let item = outer(found, results); item && !reachesFurther(item); item = outer(item, results)) {
    if (staysIn(item)) break
    found = item
  }
  return withFrame(found, engine, surroundings)
}

/**
 * Whether the title of a result leads to what is covered, and one link in it to another site: without its title it would
 * be none, so that link goes with it.
 */
function titleGoes(result: Element, results: string, { holdsCovered, othersIn, links }: Surroundings): boolean {
  const others = othersIn(result)
  // A result of its own in this one stays.
  if (others.length !== 1 || around(others[0]!, results) !== result) return false
  const heading = first(result, 'h1,h2,h3,h4,h5,h6,[role=heading]')
  const title = heading ? (around(heading, 'a') ?? first(heading, links)) : first(result, links)
  return title !== null && contains(result, title) && holdsCovered(title)
}

/** Controls that no result's frame or answer has: what chooses, and loads, results stands beside them. */
const controls = 'button,select,textarea,[role=tablist]'

/** With what stands around a result and holds no other link: its frame, the answer that is quoted from it. */
function withFrame(result: Element, engine: Engine, surroundings: Surroundings): Element {
  const parent = parentOf(result)
  if (!parent || is(parent, engine.lists.join(',')) || surroundings.holdsFurniture(parent)) return result
  const other = `${surroundings.links},${controls},${engine.results}`
  for (const sibling of siblingsOf(result)) if (is(sibling, other) || first(sibling, other)) return result
  return withFrame(parent, engine, surroundings)
}

function outer(item: Element, results: string): Element | null {
  const parent = parentOf(item)
  return parent && around(parent, results)
}

/**
 * Climbs while there is no other site's link and no furniture of the page, up to where the like of it stands beside it
 * and leads elsewhere, or stays.
 *
 *   <main>                    holds other links
 *     <div>                   <- the result: the next <div> leads to another host
 *       <h3><a covered>
 *       <p>snippet
 *     <div> <h3><a other>
 *
 * Where it meets none of these, all there is leads to one site, and it is the outermost that stands among its like: within
 * a result its parts may be alike, too.
 *
 *   <div>
 *     <p>3 results
 *     <ol>
 *       <li> <h3><a covered>  <- the result
 *       <li> <h3><a covered>
 *       <li> <h3><a covered>
 *     <p><a href="/search?start=10">
 */
function byStructure(link: Element, engine: Engine, surroundings: Surroundings): Element {
  const { holdsOther, holdsFurniture } = surroundings
  const lists = engine.lists.join(',')
  const own = new Set(surroundings.hostsOf(link))
  let found = link
  let listed: Element | undefined
  let leaving = false
  for (let one: Element | null = link; one; one = parentOf(one)) {
    if (holdsOther(one) || is(one, lists) || holdsFurniture(one)) break
    leaving ||= leavesColumn(link, one, surroundings)
    if (!leaving) found = one
    if (hasLikeElsewhere(one, own, surroundings)) return one
    const likes = likesOf(one, surroundings)
    if (likes === 'more stay') return one
    if (likes === 'most go') listed = one
  }
  return listed ?? found
}

/** Whether `element` holds more of a side column than the link: what stands there beside it belongs to the column. */
function leavesColumn(link: Element, element: Element, { holdsCovered, handles }: Surroundings): boolean {
  if (element === link || !around(link, sideColumn)) return false
  for (const handle of all(element, handles)) if (!holdsCovered(handle) && !contains(link, handle)) return true
  return false
}
