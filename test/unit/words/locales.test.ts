import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Message {
  message: string
  description: string
}

const folder = 'public/_locales'
const locales = readdirSync(folder).map((language) => ({
  language,
  messages: JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as Record<string, Message>,
}))
const english = locales.find(({ language }) => language === 'en')!.messages

const code = ['src', 'extension', 'manifest.json']
  .flatMap((place) =>
    place.endsWith('.json')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  )
  .filter((name) => /\.(tsx?|json)$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')

/** Keys made of a part and a value: `status_` and a status. */
const families = /^(status|kind|effect|dynamic|provenance|choice)_/

function parts(message: string): string[] {
  return [...new Set(message.match(/\$\d/g) ?? [])].toSorted()
}

describe.each(locales)('$language', ({ language, messages }) => {
  it('has the keys of English, and no others', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted())
  })

  it('fills the same parts, says something and tells translators what', () => {
    for (const [key, { message, description }] of Object.entries(messages)) {
      expect([key, parts(message)]).toEqual([key, parts(english[key]!.message)])
      expect([key, message.trim() !== '', description.trim() !== '']).toEqual([key, true, true])
    }
  })

  it('names its own language', () => expect(messages['language']!.message).toBe(language.replace('_', '-')))
})

describe('every message', () => {
  it('is used', () => {
    const unused = Object.keys(english)
      .filter((key) => !families.test(key))
      .filter((key) => !code.includes(`'${key.replace(/(One|Other)$/, '')}'`) && !code.includes(`__MSG_${key}__`))
    expect(unused).toEqual([])
  })

  it('that is used is there', () => {
    const used = [...code.matchAll(/\bsay\(\s*'(\w+)'/g)].map(([, key]) => key!)
    const counted = [...code.matchAll(/\bcount\(\s*'(\w+)'/g)].flatMap(([, key]) => [`${key}One`, `${key}Other`])
    expect(used.length).toBeGreaterThan(40)
    expect([...used, ...counted].filter((key) => !(key in english))).toEqual([])
  })
})
