import { classesOf, first, is, nameOf, siblingsOf } from './dom.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether one of its siblings is like it, and leads to another host than `own`. */
export function hasLikeElsewhere(
  element: Element,
  own: ReadonlySet<string>,
  { leadsElsewhere }: Surroundings,
): boolean {
  for (const sibling of siblingsOf(element)) if (leadsElsewhere(sibling, own) && isLike(element, sibling)) return true
  return false
}

/**
 * Siblings that begin as the element does and have something to follow, wherever that leads. Two are needed, and more
 * that stay than go: a result's title may well look like its other lines.
 */
export function likesOf(element: Element, { holdsCovered, handles }: Surroundings): 'few' | 'most go' | 'more stay' {
  // Anchors side by side may be one result's: `Cached`, `Similar`.
  if (is(element, 'a, area')) return 'few'
  let going = 0
  let staying = 0
  let seen = 0
  for (const sibling of siblingsOf(element)) {
    // Where thousands are alike, the nearest tell as much as all.
    if (seen++ > 100) break
    if (!isLike(element, sibling) || !beginsLike(element, sibling)) continue
    if (holdsCovered(sibling)) going++
    else if (is(sibling, handles) || first(sibling, handles)) staying++
  }
  if (staying > 1 && staying > going + 1) return 'more stay'
  return going > 1 ? 'most go' : 'few'
}

function beginsLike(element: Element, other: Element): boolean {
  const [own, others] = [first(element, '*'), first(other, '*')]
  return own === null ? others === null : others !== null && isLike(own, others)
}

export function isLike(element: Element, other: Element): boolean {
  if (nameOf(other) !== nameOf(element)) return false
  const [own, others] = [classesOf(element), classesOf(other)]
  return own.length === 0 ? others.length === 0 : [...own].some((name) => others.contains(name))
}
