/**
 * English made strange, so that what is not translated, too tight or laid out for one direction shows: accented and
 * half as long again; for right to left also turned around, letter by letter, as Hebrew or Arabic would be.
 *
 * @param {import('./locales.mjs').Messages} messages
 * @param {{ language: string, rightToLeft?: boolean }} options the language whose place it takes
 * @returns {import('./locales.mjs').Messages}
 */
export function pseudoLocale(messages, { language, rightToLeft = false }) {
  const strange = (/** @type {string} */ message) => {
    const longer = lengthened(accented(message))
    return rightToLeft ? turned(longer) : longer
  }
  /** Messages that are not text to read. @type {Record<string, string>} */
  const facts = { language, direction: rightToLeft ? 'rtl' : 'ltr', colon: ': ', labelled: '$1: $2' }
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [key, { message: facts[key] ?? strange(message) }]),
  )
}

const letters = 'aAcCdDeEgGhHiIjJlLnNoOrRsStTuUwWyYzZ'
const accents = 'áÁçÇđĐéÉğĞĥĤíÍĵĴļĻñÑóÓŕŔšŠťŤúÚŵŴýÝžŽ'

/** `$1` stays what it is: it has no letter. @param {string} text */
function accented(text) {
  return text.replaceAll(/[a-z]/gi, (letter) => accents[letters.indexOf(letter)] ?? letter)
}

/** In brackets, so that a cut end is seen. @param {string} text */
function lengthened(text) {
  return `[${text}${' ŕéáļļý ļóñğ ŵóŕđš'.repeat(text.length).slice(0, Math.ceil(text.length / 2))}]`
}

/** Right-to-left override around each word; parts like `$1` are put in between as they are. @param {string} text */
function turned(text) {
  return text.replaceAll(/[^\s$\d]+/g, (word) => `\u202e${word}\u202c`)
}
