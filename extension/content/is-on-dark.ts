import { parentOf, root } from './dom.ts'

/** Whether an element lies on a dark ground: many pages stay light whatever the browser prefers. */
export function isOnDark(element: Element): boolean {
  for (let one = parentOf(element); one; one = parentOf(one)) {
    const ground = channels(getComputedStyle(one).backgroundColor)
    const [, , blue, alpha = 1] = ground
    if (blue !== undefined && alpha > 0.5) return luma(ground) < 128
  }
  // The browser's own ground shows: it goes with the text's color, also where a page names its scheme in a <meta> alone.
  return luma(channels(getComputedStyle(root()).color)) >= 128
}

function luma([red = 0, green = 0, blue = 0]: number[]): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`; of other notations none. */
function channels(color: string): number[] {
  return color.startsWith('rgb') ? (color.match(/[\d.]+/g) ?? []).map(Number) : []
}
