/** `hidden`: no box. `held`: not seen until it is known, half a second at most. The stylesheet does both. */
export type Mark = 'hidden' | 'held'

export const markAttribute = 'data-writ'

/** Above this the page undoes the marks as fast as they are made: then once a frame, which is before it is painted. */
const mostAtOnce = 200

let marked: ReadonlyMap<Element, Mark> = new Map()
let made = 0
let waiting = false

/** Has exactly these elements marked, whatever the page did to marks, or copied with them, meanwhile. */
export function mark(wanted: ReadonlyMap<Element, Mark>): void {
  marked = wanted
  if (waiting) return
  if (made > mostAtOnce) {
    waiting = true
    requestAnimationFrame(() => {
      made = 0
      waiting = false
      mark(marked)
    })
    return
  }
  for (const element of document.querySelectorAll(`[${markAttribute}=hidden],[${markAttribute}=held]`))
    if (!wanted.has(element)) element.removeAttribute(markAttribute)
  for (const [element, kind] of wanted)
    if (element.getAttribute(markAttribute) !== kind) {
      element.setAttribute(markAttribute, kind)
      made++
    }
}
