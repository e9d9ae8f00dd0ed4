import { once } from '../../src/once.ts'
import { wordsOf } from '../../src/words/words.ts'
import { browser } from './browser.ts'

/** In the language that the browser chose from `_locales`. */
export const browserWords = once(() =>
  wordsOf(browser.i18n.getMessage('language'), (key, parts) => browser.i18n.getMessage(key, parts)),
)
