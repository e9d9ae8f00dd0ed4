import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import { recordOf } from '../../../src/standing/record.ts'
import alloStreaming from '../../../src/bundled/fr-tgi-paris-11-60013.json' with { type: 'json' }
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { termOf } from '../../../src/words/term-facts.ts'

const at = Date.parse('2026-02-01T17:00:00Z')
const later = Date.parse('2026-02-01T19:00:00Z')
const paris = 'Europe/Paris'
/** As a reader sees it: where no line ends, `_`. */
const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll(/\s/g, ' ')

describe('no line ends between a day and its month', () => {
  it.each([
    ['en', 'January 30, 2015'],
    ['fr', '30_janvier 2015'],
    ['de', '30._Januar 2015'],
    ['it', '30_gennaio 2015'],
    ['es', '30_de_enero de 2015'],
    ['pt', '30_de_janeiro de 2015'],
    ['nl', '30_januari 2015'],
  ])('%s', (language, day) => expect(seen(wordsIn(language)!.date('2015-01-30'))).toBe(day))
})

describe('the first of a month is an ordinal in French, in all that says a day', () => {
  const french = wordsIn('fr')!

  it('a date', () => {
    expect(seen(french.date('2026-02-01'))).toBe('1er_février 2026')
    expect(seen(french.date('2026-02-11'))).toBe('11_février 2026')
    expect(seen(french.date('2026-02-21'))).toBe('21_février 2026')
  })

  it('a day', () => expect(seen(french.day(at, paris))).toBe('1er_février 2026'))
  it('an instant', () => expect(seen(french.instant(at, 'UTC'))).toMatch(/^1er_février 2026 à 17:00/))
  it('a time between', () => expect(seen(french.between(at, later, 'UTC'))).toMatch(/^1er_février 2026/))
  it('in no other language', () => expect(seen(wordsIn('it')!.date('2026-02-01'))).toBe('1_febbraio 2026'))
})

describe('an hour of the court is told in its zone, with the zone’s name', () => {
  it.each([
    ['en', 'February 1, 2026 at 6:00 PM GMT+1', '8:00 PM GMT+1'],
    ['fr', '1er_février 2026 à 18:00_UTC+1', '20:00_UTC+1'],
    ['de', '1._Februar 2026 um 18:00_MEZ', '20:00_Uhr MEZ'],
  ])('%s', (language, instant, end) => {
    const words = wordsIn(language)!
    expect(seen(words.instant(at, paris))).toBe(instant)
    expect(seen(words.between(at, later, paris))).toContain(end)
  })
})

it.each([
  ['en', 'from about January 8, 2014, until about January 23, 2015 (computed)'],
  ['fr', 'depuis le 8_janvier 2014 environ, jusque vers le 23_janvier 2015 (calculé)'],
  ['de', 'etwa ab 8._Januar 2014, bis etwa 23._Januar 2015 (berechnet)'],
])('a day that is known about is said so within its term: %s', (language, term) => {
  const parsed = parseOrder(alloStreaming)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const record = recordOf(parsed.value, { provenance: 'bundled', choice: 'apply', digest: '', addedAt: 0 })
  expect(seen(termOf(record, wordsIn(language)!, at).join(', '))).toBe(term)
})
