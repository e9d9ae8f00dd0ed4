import { languages } from '../../platform/languages.ts'
import type { Words } from '../../../src/words/words.ts'

export type Language = (typeof languages)[number]

export interface FootProps {
  words: Words
  speak(language: Language): void
}

/** Says what Writ is, for whoever has never heard of it, and offers the page in other languages. */
export function Foot({ words: { say, language: spoken }, speak }: FootProps) {
  return (
    <footer>
      <details class="what">
        <summary>{say('whatIsThis')}</summary>
        <p>{say('aboutWrit')}</p>
      </details>
      <ul class="languages" aria-label={say('languageChoice')}>
        {languages.map((language) => (
          <li key={language}>
            <button
              type="button"
              lang={language}
              data-language={language}
              aria-current={spoken.split('-')[0] === language ? 'true' : undefined}
              onClick={() => speak(language)}
            >
              {nameOf(language)}
            </button>
          </li>
        ))}
      </ul>
    </footer>
  )
}

/** A language's name in itself. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}
