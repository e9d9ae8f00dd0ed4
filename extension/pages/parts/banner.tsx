import type { ComponentChildren } from 'preact'

/** Something to know beside what the page is about. */
export function Banner({ children }: { children: ComponentChildren }) {
  return <div class="banner">{children}</div>
}
