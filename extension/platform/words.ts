import { once } from '../../src/once.ts'
import { wordsOf } from '../../src/words/words.ts'
import { browser } from './browser.ts'

/**
 * In the language that the browser chose from `_locales`; dates and numbers as the browser's own form of it has them:
 * "30 January 2015" where that is British English.
 */
export const browserWords = once(() => {
  const [spoken, own] = [browser.i18n.getMessage('language'), browser.i18n.getUILanguage()]
  const isForm = own.split('-')[0] === spoken.split('-')[0]
  return wordsOf(isForm ? own : spoken, (key, parts) => browser.i18n.getMessage(key, parts))
})
