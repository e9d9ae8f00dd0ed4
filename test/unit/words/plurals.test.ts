import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import type { CountKey } from '../../../src/words/message-key.ts'
import { languages, messagesOf } from '../../harness/locales.mjs'

/** `namesOne` belongs to `names`. */
const counted = Object.keys(messagesOf('en'))
  .filter((key) => key.endsWith('One'))
  .map((key) => key.slice(0, -3) as CountKey)

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language)
  const words = wordsIn(language)!

  it('has a form for every number', () => {
    // "many" is for whole millions ("un million de noms"); in digits they take the form of other numbers, as in CLDR's
    // own units: "1 000 000 noms". A language with "few" or "two" needs keys of its own for them.
    const { pluralCategories } = new Intl.PluralRules(words.language).resolvedOptions()
    expect(pluralCategories.filter((category) => !['one', 'other', 'many'].includes(category))).toEqual([])
    expect(counted.length).toBeGreaterThan(5)
    expect(counted.filter((key) => !(`${key}Other` in messages))).toEqual([])
  })

  it.each([0, 1, 2, 16, 1_000_000])('says %d of everything that is counted', (count) => {
    const shown = new Intl.NumberFormat(words.language).format(count)
    for (const key of counted) expect(words.count(key, count, 'A')).toContain(shown)
  })

  it('tells one from several', () => expect(words.count('names', 1)).not.toContain(words.count('names', 2).slice(2)))
})

it('nothing is singular in French and plural elsewhere', () => {
  expect(languages.map((language) => wordsIn(language)!.count('names', 0))).toEqual([
    '0 Namen',
    '0 names',
    '0 nombres',
    '0 nom',
    '0 nomi',
    '0 namen',
    '0 nomes',
  ])
})

it('adjectives agree with what they count', () => {
  const said = ['es', 'fr', 'it', 'pt'].map((language) =>
    [1, 3].map((count) => wordsIn(language)!.count('tally_ended', count)),
  )
  expect(said).toEqual([
    ['1 vencida', '3 vencidas'],
    ['1 échue', '3 échues'],
    ['1 scaduto', '3 scaduti'],
    ['1 expirada', '3 expiradas'],
  ])
})
