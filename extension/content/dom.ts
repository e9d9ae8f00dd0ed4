/**
 * The DOM's own methods and properties, which no page takes away: a form's are covered by its fields of the same name,
 * the document's by pictures and frames (`<input name="parentElement">`), for this script too.
 */
const { closest, getAttribute, getAttributeNames, getElementsByTagName, matches } = Element.prototype
const { querySelector, querySelectorAll, removeAttribute, setAttribute } = Element.prototype
const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')!.get!
const connected = Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')!.get!

const documentElement = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')!.get!

export function root(): Element {
  return documentElement.call(document) as Element
}

export function all(within: Element, selector: string): Iterable<Element> {
  return querySelectorAll.call(within, selector)
}

export function elementsIn(within: Element): HTMLCollectionOf<Element> {
  return getElementsByTagName.call(within, '*')
}

export function first(within: Element, selector: string): Element | null {
  return querySelector.call(within, selector)
}

export function is(element: Element, selector: string): boolean {
  return matches.call(element, selector)
}

/** The nearest match, `element` itself included. */
export function around(element: Element, selector: string): Element | null {
  return closest.call(element, selector)
}

export function parentOf(element: Element): Element | null {
  return parent.call(element) as Element | null
}

export function isConnected(element: Element): boolean {
  return connected.call(element) as boolean
}

export function attributesOf(element: Element): string[] {
  return getAttributeNames.call(element)
}

export function attribute(element: Element, name: string): string | null {
  return getAttribute.call(element, name)
}

/** @param value null takes the attribute away */
export function setTo(element: Element, name: string, value: string | null): void {
  if (value === null) removeAttribute.call(element, name)
  else setAttribute.call(element, name, value)
}
