import { messageOf, wordsOf, type Catalogue, type Words } from '../../src/words/words.ts'

/** The languages that Writ speaks, by the names of their folders in `_locales`. */
export const languages = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt'] as const

/** Words of a language that the browser did not choose: its messages are read when somebody asks for it. */
export async function wordsIn(language: (typeof languages)[number]): Promise<Words> {
  const response = await fetch(`/_locales/${language}/messages.json`)
  const messages = (await response.json()) as Catalogue
  const message = messageOf(messages)
  return wordsOf(message('language', []), message)
}
