/**
 * The DOM's own methods and properties, which no page takes away: a form's are covered by its fields of the same name,
 * the document's by pictures and frames (`<input name="parentElement">`), for this script too.
 */
const { checkVisibility, closest, getAttribute, getAttributeNames, getElementsByTagName, matches } = Element.prototype
const { querySelector, querySelectorAll, remove: removeElement, removeAttribute, setAttribute } = Element.prototype
const { contains: holds } = Node.prototype
const { createElement } = Document.prototype
const parent = getter(Node.prototype, 'parentElement')
const connected = getter(Node.prototype, 'isConnected')
const base = getter(Node.prototype, 'baseURI')
const documentElement = getter(Document.prototype, 'documentElement')
const localName = getter(Element.prototype, 'localName')
const classList = getter(Element.prototype, 'classList')
const next = getter(Element.prototype, 'nextElementSibling')
const previous = getter(Element.prototype, 'previousElementSibling')
const nextNode = getter(Node.prototype, 'nextSibling')
const value = getter(Node.prototype, 'nodeValue')

function getter(prototype: object, property: string): () => unknown {
  return Object.getOwnPropertyDescriptor(prototype, property)!.get!
}

export function root(): Element {
  return documentElement.call(document) as Element
}

/** The address that relative ones are resolved against: `<base href>`, else the page's own. */
export function baseAddress(): string {
  return base.call(document) as string
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

export function parentOf(element: Node): Element | null {
  return parent.call(element) as Element | null
}

export function contains(element: Element, other: Element): boolean {
  return holds.call(element, other)
}

/** Its siblings after it, the nearest first. */
export function elementsAfter(element: Element): Iterable<Element> {
  return following(element, next)
}

/** Its siblings, those after it before those that stand before it, each way the nearest first. */
export function* siblingsOf(element: Element): Iterable<Element> {
  yield* following(element, next)
  yield* following(element, previous)
}

function* following(element: Element, way: () => unknown): Iterable<Element> {
  for (let one = way.call(element); one; one = way.call(one)) yield one as Element
}

export function remove(element: Element): void {
  removeElement.call(element)
}

/** The elements after it, and the texts that show something. */
export function* nodesAfter(element: Element): Iterable<Node> {
  for (let one = nextNode.call(element) as Node | null; one; one = nextNode.call(one) as Node | null)
    if (one instanceof Element || (one instanceof Text && /\S/.test(value.call(one) as string))) yield one
}

export function newElement<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  return createElement.call(document, name) as HTMLElementTagNameMap[Name]
}

export function nameOf(element: Element): string {
  return localName.call(element) as string
}

export function classesOf(element: Element): DOMTokenList {
  return classList.call(element) as DOMTokenList
}

/** Whether it has a box: asked of styles alone, without having the page laid out. */
export function isRendered(element: Element): boolean {
  return checkVisibility.call(element)
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

/**
 * The element's style attribute; undefined for elements without one. Few pages need it: a getter that is found
 * beforehand would cost every page.
 */
export function styleOf(element: Element): CSSStyleDeclaration | undefined {
  const kind = [HTMLElement, SVGElement].find((one) => element instanceof one)
  return kind && (Reflect.get(kind.prototype, 'style', element) as CSSStyleDeclaration)
}

/** @param value null takes the attribute away */
export function setTo(element: Element, name: string, value: string | null): void {
  if (value === null) removeAttribute.call(element, name)
  else setAttribute.call(element, name, value)
}
