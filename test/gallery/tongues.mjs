import { languages, messagesOf } from '../harness/locales.mjs'
import { pseudoLocale } from '../harness/pseudo-locale.mjs'

/**
 * The languages in which pages are looked at: those that Writ speaks, and two that it does not, put into a copy of the
 * extension: one long, one from right to left.
 *
 * @type {Record<string, Tongue>}
 */
export const tongues = {
  ...Object.fromEntries(languages.map((language) => [language, { language }])),
  long: strange('en', false),
  'right-to-left': strange('ar', true),
}

/** @typedef {{ language: string, files?: Record<string, string>, lengthened?: number }} Tongue see `look.mjs` for the last */

/** @param {string} language whose place it takes @param {boolean} rightToLeft */
function strange(language, rightToLeft) {
  const messages = pseudoLocale(messagesOf('en'), { language, rightToLeft })
  return { language, lengthened: 2, files: { [`_locales/${language}/messages.json`]: JSON.stringify(messages) } }
}
