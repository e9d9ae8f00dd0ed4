import german from '../../public/_locales/de/messages.json' with { type: 'json' }
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import spanish from '../../public/_locales/es/messages.json' with { type: 'json' }
import french from '../../public/_locales/fr/messages.json' with { type: 'json' }
import italian from '../../public/_locales/it/messages.json' with { type: 'json' }
import dutch from '../../public/_locales/nl/messages.json' with { type: 'json' }
import portuguese from '../../public/_locales/pt/messages.json' with { type: 'json' }
import { messageOf, wordsOf, type Catalogue, type Words } from '../words/words.ts'

/** By what `--lang` takes; the catalogue itself says which language it is in, in full. */
const catalogues: Readonly<Record<string, Catalogue & { language: { message: string } }>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
}

export const languages: readonly string[] = Object.keys(catalogues)

/** The words of a language; undefined for one that Writ does not speak. */
export function wordsIn(language: string): Words | undefined {
  const catalogue = Object.hasOwn(catalogues, language) ? catalogues[language] : undefined
  return catalogue && wordsOf(catalogue.language.message, messageOf(catalogue))
}

/** The words of every language, by its code. */
export function wordsInAll(): ReadonlyMap<string, Words> {
  return new Map(languages.map((language) => [language, wordsIn(language)!]))
}
