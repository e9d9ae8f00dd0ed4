/**
 * Gives the focus to the heading of the part that is shown: for what was acted on is gone, and a focus on nothing begins
 * again at the top of the page.
 */
export function focusPart(): void {
  document.querySelector<HTMLElement>('[data-view]:not([hidden]) h2')?.focus({ preventScroll: true })
}
