import { newElement } from './dom.ts'

/** Texts that were put into an element of their own: only elements can be hidden. */
const wrappers = new WeakSet<Node>()

/** The element itself, or one around the text. */
export function elementFor(node: Node): Element {
  if (node instanceof Element) return node
  const wrapper = newElement('span')
  wrappers.add(wrapper)
  const text = node as CharacterData
  text.before(wrapper)
  wrapper.append(text)
  return wrapper
}

/** Leaves a text where it was before it was put into an element. */
export function unwrap(element: Element): void {
  if (wrappers.delete(element)) element.replaceWith(...element.childNodes)
}
