import { readdirSync, readFileSync } from 'node:fs'

/**
 * The messages of a language as `_locales` holds them. English alone describes each, for all translators.
 *
 * @typedef {Record<string, { message: string, description?: string }>} Messages
 */

const folder = 'public/_locales'

/** Every language there is, by its folder's name. */
export const languages = readdirSync(folder).toSorted()

/** @param {string} language @returns {Messages} */
export function messagesOf(language) {
  return JSON.parse(readFileSync(`${folder}/${language}/messages.json`, 'utf8'))
}
