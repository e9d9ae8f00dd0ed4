import { parentOf, root } from './dom.ts'

/** Whether an element lies on a dark ground: many pages stay light whatever the browser prefers. */
export function isOnDark(element: Element): boolean {
  for (let one = parentOf(element); one; one = parentOf(one)) {
    const [red, green, blue, alpha = 1] = channels(getComputedStyle(one).backgroundColor)
    if (blue !== undefined && alpha > 0.5) return 0.299 * red! + 0.587 * green! + 0.114 * blue < 128
  }
  return getComputedStyle(root()).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches
}

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`; of other notations none. */
function channels(color: string): number[] {
  return color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []).map(Number) : []
}
