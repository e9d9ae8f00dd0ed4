import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../src/words/words.ts'
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

/** Kinds of values that messages name: `status` of `status_ended`. */
const kinds = new Set([...code.matchAll(/\b(?:named|keyOf)\('(\w+)', /g)].map(([, kind]) => kind))

function parts(message: string): string[] {
  return [...new Set(message.match(/\$\d/g) ?? [])].toSorted()
}

/** The names that calls of `say` and `count` are given: all that is quoted in the first argument. */
function keysIn(call: 'say' | 'count'): string[] {
  return argumentsFrom(new RegExp(`\\b${call}\\(`, 'g')).flatMap(({ argument }) => quotedIn(argument))
}

/** The names that calls of `named` make of what is quoted in the second argument. */
function keysOfValues(): string[] {
  return argumentsFrom(/\bnamed\('(\w+)', /g).flatMap(({ match: [, kind], argument }) =>
    quotedIn(argument).map((value) => keyOf(kind!, value)),
  )
}

function argumentsFrom(start: RegExp) {
  return [...code.matchAll(start)].map((match) => ({
    match,
    argument: firstArgument(code.slice(match.index + match[0].length)),
  }))
}

function quotedIn(argument: string): string[] {
  return [...argument.matchAll(/(?<![=!]== )'([a-z][\w-]{2,})'/g)].map(([, quoted]) => quoted!)
}

function firstArgument(text: string): string {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (depth === 0 && ',)'.includes(sign)) return text.slice(0, at)
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
  }
  return text
}

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language)

  it('has the keys of English, and no others', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted())
  })

  it('fills the same parts, says something and tells translators what', () => {
    for (const [key, { message, description }] of Object.entries(messages)) {
      expect([key, parts(message)]).toEqual([key, parts(english[key]!.message)])
      expect([key, message.trim() !== '']).toEqual([key, true])
      expect([key, description]).toEqual([key, english[key]!.description])
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
  it('has a description', () => {
    expect(Object.entries(english).filter(([, { description }]) => description.trim() === '')).toEqual([])
  })

  it('is used', () => {
    const unused = Object.keys(english)
      .filter((key) => !kinds.has(key.split('_')[0]))
      .filter(
        (key) =>
          ![key, key.replace(/(One|Other)$/, '')].some((name) => code.includes(`'${name}'`)) &&
          !code.includes(`__MSG_${key}__`),
      )
    expect(unused).toEqual([])
  })

  it('that is used is there', () => {
    const counted = keysIn('count').flatMap((key) => [`${key}One`, `${key}Other`])
    const used = [...keysIn('say'), ...counted, ...keysOfValues()]
    expect(used.length).toBeGreaterThan(60)
    expect(used).toContain('status_beyond')
    expect(used.filter((key) => !(key in english))).toEqual([])
  })
})

it('the command line speaks them all', () => expect(spoken.toSorted()).toEqual(languages))
