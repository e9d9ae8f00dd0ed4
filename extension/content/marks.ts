import { all, attribute, root, setTo } from './dom.ts'

/** `hidden`: no box. `held`: not seen until it is known, half a second at most. The stylesheet does both. */
export type Mark = 'hidden' | 'held'

export const markAttribute = 'data-writ'

const hiding: ReadonlySet<string | null> = new Set<Mark>(['hidden', 'held'])

/** A page that undoes the marks more often than this in one frame would keep the browser from ever painting it. */
const mostRounds = 100

let marked: ReadonlyMap<Element, Mark> = new Map()
let rounds = 0

/** Has exactly these elements marked, whatever the page did to marks, or copied with them, meanwhile. */
export function mark(wanted: ReadonlyMap<Element, Mark>): void {
  const before = marked
  marked = wanted
  if (rounds > mostRounds) return
  let undone = false
  for (const element of all(root(), `[${markAttribute}]`))
    if (!wanted.has(element) && hiding.has(attribute(element, markAttribute))) setTo(element, markAttribute, null)
  for (const [element, kind] of wanted)
    if (attribute(element, markAttribute) !== kind) {
      undone ||= before.get(element) === kind
      setTo(element, markAttribute, kind)
    }
  if (undone && rounds++ === 0) requestAnimationFrame(beginAnew)
}

/** Whether an element is marked as it was to be: most changes of marks are this script's own. */
export function isAsMarked(element: Element): boolean {
  return attribute(element, markAttribute) === (marked.get(element) ?? null)
}

function beginAnew(): void {
  const wait = rounds > mostRounds
  rounds = 0
  if (wait) mark(marked)
}
