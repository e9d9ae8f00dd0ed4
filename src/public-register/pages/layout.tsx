import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Words } from '../../words/words.ts'
import type { Register } from '../setting.ts'

/** A page of the register in one of its languages. */
export interface PageFacts {
  title: string
  /** The code of its language. */
  code: string
  /** The way from the page to the register's folder: empty, or `../../`. */
  up: string
  /** The file of the same page in a language: `courts.fr.html`. */
  inLanguage(code: string): string
  /** Whether it has what `search.js` finds its way in. */
  searched?: boolean
}

/** Nothing but the register's own style and script is loaded, and nothing is sent anywhere. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

/** A whole page as HTML. Words of documents are text in it, never markup. */
export function pageText(facts: PageFacts, register: Register, content: ComponentChildren): string {
  const { title, code, up, searched } = facts
  const words = register.words.get(code)!
  const page = (
    <html lang={words.language} dir={words.say('direction') === 'rtl' ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${up}register.css`} />
        <link
          rel="alternate"
          type="application/atom+xml"
          title={words.say('registerChanges')}
          href={`${up}changes.atom`}
        />
        {searched && <script src={`${up}search.js`} defer />}
      </head>
      <body>
        <header>
          <p class="eyebrow">
            <a href={`${up}index.${code}.html`}>{words.say('publicRegister')}</a>
            {register.organization !== undefined && <span>{register.organization}</span>}
          </p>
          <Languages {...facts} register={register} />
        </header>
        <main>{content}</main>
        <Footer {...{ words, up, register }} />
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(page)}\n`
}

function Languages({ code, inLanguage, register }: PageFacts & { register: Register }) {
  return (
    <nav aria-label={register.words.get(code)!.say('registerLanguages')}>
      <ul class="languages">
        {[...register.words].map(([other, { language }]) => (
          <li key={other}>
            <a
              href={inLanguage(other)}
              lang={language}
              hreflang={language}
              aria-current={other === code ? 'page' : undefined}
            >
              {ownName(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A language in its own words: `français`. */
function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}

function Footer({ words, up, register }: { words: Words; up: string; register: Register }) {
  return (
    <footer>
      <p>{words.say('registerAsOf', words.instant(register.now, 'UTC'))}</p>
      <ul class="links">
        {['register.csv', 'register.json'].map((file) => (
          <li key={file}>
            <a href={`${up}${file}`}>{file}</a>
          </li>
        ))}
        <li>
          <a href={`${up}changes.atom`}>{words.say('registerChanges')}</a>
        </li>
      </ul>
    </footer>
  )
}
