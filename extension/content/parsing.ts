import { elementsIn, first, root } from './dom.ts'

/** The element that the parser has come to last; none once it is done. */
export function latest(): Element | undefined {
  const body = document.readyState === 'loading' ? first(root(), 'body') : null
  const elements = body && elementsIn(body)
  return elements?.[elements.length - 1]
}

/** Whether more of an element may come: what it shows may have come in part (`films-one.exa`). */
export function isComing(element: Element): boolean {
  const last = latest()
  return last !== undefined && element.contains(last)
}
