import { browserWords } from '../platform/words.ts'

export const words = browserWords()

/** Tells assistive technology which language a page is in, and puts the tab's title. */
export function presentPage(title: string, { language, say } = words): void {
  document.documentElement.lang = language
  // The browser's own direction is that of its interface, which may be in a language that these pages do not speak.
  document.documentElement.dir = say('direction')
  document.title = title
}
