import { browser } from '../platform/browser.ts'
import { browserWords } from '../platform/words.ts'

export const words = browserWords()

/** Tells assistive technology which language a page is in, and puts the tab's title. */
export function presentPage(title: string): void {
  document.documentElement.lang = words.language
  // The browser's own direction is that of its interface, which may be in a language that these pages do not speak.
  document.documentElement.dir = browser.i18n.getMessage('direction')
  document.title = title
}
