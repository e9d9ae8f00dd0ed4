import { describe, expect, it } from 'vitest'
import { languages, messagesOf } from '../../harness/locales.mjs'

const english = messagesOf('en')
const languageCodes = languages.filter((language) => language !== 'en')

/** Words that another language writes as English does. */
const alike: Record<string, string[]> = {
  extensionName: languageCodes,
  direction: languageCodes,
  colon: languageCodes,
  factContact: ['fr', 'nl'],
  quoted: ['nl'],
  factDate: ['fr'],
  factNote: ['fr'],
  linkSource: ['fr'],
  technicalOrder: ['fr', 'nl'],
  documentVersion: ['fr'],
  view_status: ['de', 'nl'],
  view_feeds: ['de', 'nl', 'pt'],
  view_register: ['de', 'nl'],
  value_false: ['es', 'it'],
}

/** How many characters there is room for at 320 px, by place. */
const places: { place: string; keys: RegExp; room: number }[] = [
  { place: 'badge', keys: /^status_/, room: 34 },
  { place: 'button', keys: /^action|^importFile/, room: 36 },
  { place: 'choice', keys: /^(filter|source|sorting)_/, room: 36 },
  { place: 'choice in a row', keys: /^choice_|^(factProvenance|ordersState)$/, room: 24 },
  { place: 'term of a fact', keys: /^fact|^technical./, room: 28 },
  { place: 'headline', keys: /[hH]eadline|^popup(NotConcerned|NoOrders|BrowserPage)$/, room: 70 },
]

/** What no language writes; `$1 "` would be a straight quotation mark. */
const untidy = /['"]| {2}|\.\.\.|^ | $|\t|\n/

/** What each language's typography asks: what must not be found. */
const unlike: Record<string, RegExp> = {
  // A non-breaking space before : ; ? ! » and after «, not in an address; a line never ends after « au- »
  fr: /[^\u00a0](?::(?!\S)|[;?!»])|«[^\u00a0]|au-delà/i,
  de: /[“”](?!$|[.,:;)\s])|[«»]/,
  es: /^[^¿]*\?|^[^¡]*!|[“”„]/,
  it: /[“”„]| [:;?!]/,
  pt: /[“”„]| [:;?!]/,
  nl: /[«»„]| [:;?!]/,
  en: /[«»„]| [:;?!]/,
}

describe.each(languages)('%s', (language) => {
  const messages = Object.entries(messagesOf(language)).map(([key, { message }]) => ({ key, message }))

  it('is translated', () => {
    const left = messages
      .filter(({ key, message }) => message === english[key]?.message && /\p{Letter}/u.test(message))
      .filter(({ key }) => language !== 'en' && !alike[key]?.includes(language))
    expect(left).toEqual([])
  })

  it('is set as its language is: apostrophes, quotation marks and spaces', () => {
    const wrong = messages.filter(
      ({ key, message }) => key !== 'colon' && (untidy.test(message) || unlike[language]!.test(message)),
    )
    expect(wrong).toEqual([])
  })

  it.each(places)('has room for each $place', ({ keys, room }) => {
    const measured = messages.filter(({ key }) => keys.test(key))
    expect(measured.length).toBeGreaterThan(3)
    expect(measured.filter(({ message }) => message.length > room)).toEqual([])
  })

  it('is no more than twice as long as English', () => {
    const long = messages.filter(({ key, message }) => message.length > Math.max(42, 2 * english[key]!.message.length))
    expect(long).toEqual([])
  })
})
