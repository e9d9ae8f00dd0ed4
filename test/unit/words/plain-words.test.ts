import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../harness/locales.mjs'

/** What whoever meets a block is told, in English: the other languages follow it. */
const told = Object.entries(messagesOf('en')).filter(([key]) =>
  /^(headline|lead[A-Z]|note|notice|actor|answer|contest[A-Z]|change|about(Writ)|popup|search(Hidden|Addressed|NotAddressed)|unreadable|report|draft)/.test(
    key,
  ),
)

/** Words of whoever made Writ, which nobody else understands or which claim too much. */
const banned: [phrase: RegExp, why: string][] = [
  [/beyond (the order’s|its) term/, 'it has expired'],
  [/by (its user’s |your organisation’s )?choice/, 'who applies it is named'],
  [/is a reading/, 'it is inferred'],
  [/\bentr(y|ies)\b/, 'names and addresses'],
  [/blocked by (a|an|the) (court|authority|order)/, 'Writ blocks, under an order'],
  [/order (says|names) (nothing|nobody)|The order does not say/, 'the document is silent'],
  [/No court order/, 'no order in this browser'],
  [/nothing is to be done|nothing to do/i, 'it reads as despair'],
]

describe('nobody who meets a block is told', () => {
  it.each(banned)('%s: %s', (phrase) => {
    expect(told.filter(([, { message }]) => phrase.test(message)).map(([key]) => key)).toEqual([])
  })
})

describe('a fifteen-year-old reads it', () => {
  const texts = told.map(([key, { message }]) => [key, message.replaceAll(/“?\$\d”?/g, 'it')] as const)

  it('in sentences of at most 25 words', () => {
    const long = texts.filter(([, text]) => text.split(/[.:;] /).some((sentence) => wordsIn(sentence).length > 25))
    expect(long).toEqual([])
  })

  it('as a whole and in each text of some length, by the grade of Flesch and Kincaid', () => {
    expect(told.length).toBeGreaterThan(60)
    expect(gradeOf(texts.map(([, text]) => text.replace(/\.?$/, '.')).join(' '))).toBeLessThan(8)
    expect(texts.filter(([, text]) => wordsIn(text).length >= 12 && gradeOf(text) > 11)).toEqual([])
  })

  it('is what that measures', () => {
    expect(gradeOf('The cat sat on the mat. It was warm.')).toBeLessThan(2)
    expect(
      gradeOf(
        'Notwithstanding jurisdictional considerations, applicability necessitates administrative authorisation.',
      ),
    ).toBeGreaterThan(20)
  })
})

/** The grade at school that a text asks for (Kincaid and others, 1975): 0.39 words a sentence, 11.8 syllables a word. */
function gradeOf(text: string): number {
  const words = wordsIn(text)
  const sentences = text.split(/[.:;!?](\s|$)/).filter((sentence) => wordsIn(sentence ?? '').length > 0).length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59
}

function wordsIn(text: string): string[] {
  return text.match(/\p{Letter}[\p{Letter}’-]*/gu) ?? []
}

/** Groups of vowels, without a silent end. */
function syllablesOf(word: string): number {
  const sounds = word.toLowerCase().replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '')
  return Math.max(1, sounds.match(/[aeiouy]+/g)?.length ?? 0)
}
