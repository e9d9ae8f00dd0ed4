import { contains, elementsIn, first, root } from './dom.ts'

export function isParsing(): boolean {
  return document.readyState === 'loading'
}

/** The element that the parser has come to last; none once it is done. */
export function latest(): Element | undefined {
  const body = isParsing() ? first(root(), 'body') : null
  const elements = body && elementsIn(body)
  return elements?.[elements.length - 1]
}

/** Whether more of an element may come: what it shows may have come in part (`films-one.exa`). */
export function isComing(element: Element): boolean {
  const last = latest()
  return last !== undefined && contains(element, last)
}
