import { is, nodesAfter, siblingsOf } from './dom.ts'
import { isLike } from './likes.ts'
import type { Surroundings } from './surroundings.ts'
import { elementFor } from './wrapped-text.ts'

/** Titles beside which, not around which, the rest of their result may stand. */
const titles = 'h1,h2,h3,h4,h5,h6,dt,tr,a'

/**
 * Elements that belong to a title which stands among its like with nothing around each result: all up to the next title.
 *
 *   <h3><a covered></h3>  <- the title
 *   <p>snippet            <- goes with it
 *   <h3><a other></h3>
 *
 * The like with `dt` and `dd`, rows of a table, and with lines: `<a covered>Title</a><br>snippet<br><a other>`.
 */
export function flatParts(title: Element, surroundings: Surroundings): Element[] {
  if (!is(title, titles)) return []
  const own = groupOf(title, surroundings)
  const most = own.ends ? Infinity : longestGroup(title, surroundings)
  return own.nodes.slice(0, most).map(elementFor)
}

interface Group {
  nodes: Node[]
  /** Whether the next title ends it: else it goes on to what comes after all results. */
  ends: boolean
}

function groupOf(title: Element, { leadsSomewhere, holdsOther, holdsFurniture }: Surroundings): Group {
  const nodes: Node[] = []
  let ends = false
  for (const node of nodesAfter(title)) {
    if (node instanceof Element) {
      ends = leadsSomewhere(node) && isLike(title, node)
      if (ends || holdsOther(node) || holdsFurniture(node)) break
    }
    nodes.push(node)
  }
  return { nodes: is(title, 'a') ? lines(nodes) : nodes, ends }
}

/** Whole lines: what stands on the next title's own line is its number. */
function lines(nodes: Node[]): Node[] {
  return nodes.slice(0, nodes.findLastIndex((node) => node instanceof Element && is(node, 'br')) + 1)
}

function longestGroup(title: Element, surroundings: Surroundings): number {
  let most = 0
  for (const sibling of siblingsOf(title))
    if (surroundings.leadsSomewhere(sibling) && isLike(title, sibling)) {
      const { nodes, ends } = groupOf(sibling, surroundings)
      if (ends) most = Math.max(most, nodes.length)
    }
  return most
}
