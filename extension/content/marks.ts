import { giveBoxBack, takeBox } from './force-display.ts'
import { all, attribute, remove, root, setTo } from './dom.ts'
import { unwrap } from './wrapped-text.ts'

/** `hidden`: no box. `held`: not seen until it is known, half a second at most. The stylesheet does both. */
export type Mark = 'hidden' | 'held'

export const markAttribute = 'data-writ'

const hiding: ReadonlySet<string | null> = new Set<Mark>(['hidden', 'held'])

/**
 * A page that undoes the marks more often than this without a pause fights for a result, and loses it: else the browser would
 * never come to paint the page.
 */
const mostRounds = 100

let marked: ReadonlyMap<Element, Mark> = new Map()
let rounds = 0

/** Has exactly these elements marked, whatever the page did to marks, or copied with them, meanwhile. */
export function mark(wanted: ReadonlyMap<Element, Mark>): void {
  const before = marked
  marked = wanted
  for (const [element, kind] of before) {
    if (kind === 'hidden' && wanted.get(element) !== 'hidden') giveBoxBack(element)
    if (!wanted.has(element)) unwrap(element)
  }
  if (rounds > mostRounds) return takeOut()
  let undone = false
  const hidden: Element[] = []
  for (const element of all(root(), `[${markAttribute}]`))
    if (!wanted.has(element) && hiding.has(attribute(element, markAttribute))) setTo(element, markAttribute, null)
  for (const [element, kind] of wanted)
    if (attribute(element, markAttribute) !== kind) {
      undone ||= before.get(element) === kind
      setTo(element, markAttribute, kind)
      if (kind === 'hidden') hidden.push(element)
    }
  if (undone) countRound()
  for (const element of hidden) {
    sizes.observe(element)
    styles.observe(element, { attributeFilter: ['style'] })
  }
  if (hidden.length > 0) sizes.observe(root())
}

/**
 * Takes the boxes of hidden elements that have one all the same. Browsers tell of sizes between layout and paint: styles are
 * computed by then, and nothing is seen yet. What has no box has no size to tell of, and gets none where its children alone
 * are displayed (`display: contents`); the root grows with them.
 */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target !== root() && marked.get(target) !== 'hidden') sizes.unobserve(target)
  takeBoxes()
})

/** Tells of the page's changes of hidden elements' own style, before anything is painted. */
const styles = new MutationObserver(takeBoxes)

function takeBoxes(): void {
  if (rounds > mostRounds) return takeOut()
  let undone = false
  for (const [element, kind] of marked) if (kind === 'hidden') undone = takeBox(element) || undone
  if (undone) countRound()
  // Its own changes are no news.
  styles.takeRecords()
}

/** Takes what is marked out of the document; and hides the document where the page puts it back as often. */
function takeOut(): void {
  if (rounds++ > 2 * mostRounds) return void takeBox(root())
  for (const element of marked.keys()) remove(element)
}

/** Whether an element is marked as it was to be: most changes of marks are this script's own. */
export function isAsMarked(element: Element): boolean {
  return attribute(element, markAttribute) === (marked.get(element) ?? null)
}

function countRound(): void {
  if (rounds++ === 0) setTimeout(() => (rounds = 0))
}

/** Leaves all as it is: another script looks after the page from now on. */
export function abandonMarks(): void {
  marked = new Map()
  sizes.disconnect()
  styles.disconnect()
}
