import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages as spoken } from '../../../src/cli/catalogues.ts'
import { languages, messagesOf } from '../../harness/locales.mjs'

const english = messagesOf('en')

const code = ['src', 'extension', 'manifest.json']
  .flatMap((place) =>
    place.endsWith('.json')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  )
  .filter((name) => /\.(tsx?|json)$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

function parts(message: string): string[] {
  return [...new Set(message.match(/\$\d/g) ?? [])].toSorted()
}

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language)

  it('has the keys of English, and no others', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted())
  })

  it('fills the same parts, and says something', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect([key, parts(message)]).toEqual([key, parts(english[key]!.message)])
      expect([key, message.trim() !== '']).toEqual([key, true])
    }
  })

  it('names its own language, if need be more exactly than its folder', () => {
    const tag = messages['language']!.message
    expect([language, language.split('-')[0]]).toContain(tag.split('-')[0])
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(['ltr', 'rtl']).toContain(messages['direction']!.message)
  })
})

describe('every message', () => {
  it('tells translators what it is, in English alone', () => {
    const describedIn = (language: string) =>
      Object.entries(messagesOf(language)).filter(([, { description = '' }]) => description.trim() !== '').length
    const counts = languages.map((language) => [language, describedIn(language)])
    expect(counts).toEqual(languages.map((language) => [language, language === 'en' ? Object.keys(english).length : 0]))
  })

  // That a message is there for every key in the code, the compiler sees.
  it('is used', () => {
    // A setting's name is a key.
    const used = (name: string) => code.includes(`'${name}'`) || code.includes(` ${name}: `)
    const unused = Object.keys(english).filter((key) => {
      const [kind, ...value] = key.replace(/(One|Other)$/, '').split('_')
      const isNamed = value.length > 0 && used(kind!) && used(value.join('-'))
      return !isNamed && !used(key.replace(/(One|Other)$/, '')) && !used(key) && !code.includes(`__MSG_${key}__`)
    })
    expect(unused).toEqual([])
  })
})

it('the command line speaks them all', () => expect(spoken.toSorted()).toEqual(languages))
