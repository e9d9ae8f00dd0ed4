import { attribute, setTo, styleOf } from './dom.ts'

/**
 * Hides by inline style what the page's own `!important` rules, in a style attribute or a cascade layer, would show again.
 * Nothing outweighs an important inline style.
 */
const displays = new WeakMap<Element, [value: string, priority: string, attribute: string | null]>()

/** @returns whether it had one, or its children had */
export function takeBox(element: Element): boolean {
  if (getComputedStyle(element).display === 'none') return false
  const style = styleOf(element)
  if (!style) return false
  const before = attribute(element, 'style')
  if (!displays.has(element))
    displays.set(element, [style.getPropertyValue('display'), style.getPropertyPriority('display'), before])
  style.setProperty('display', 'none', 'important')
  return true
}

/** Leaves the attribute as the page has it. */
export function giveBoxBack(element: Element): void {
  const display = displays.get(element)
  if (!display) return
  displays.delete(element)
  const [value, priority, before] = display
  const style = styleOf(element)!
  // What the page has said of it since counts.
  if (style.getPropertyValue('display') === 'none') style.setProperty('display', value, priority)
  if (before === null && style.length === 0) setTo(element, 'style', null)
}
