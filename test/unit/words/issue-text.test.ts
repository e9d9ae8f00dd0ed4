import { describe, expect, it } from 'vitest'
import { issueText } from '../../../src/words/issue-text.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { messageOf, wordsOf } from '../../../src/words/words.ts'
import invalid from '../../fixtures/orders/invalid.json' with { type: 'json' }
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { languages, messagesOf } from '../../harness/locales.mjs'

const wordsIn = (language: string) => wordsOf(language, messageOf(messagesOf(language)))

describe.each(languages)('in %s', (language) => {
  it('every way in which a document can be wrong is said', () => {
    const codes = [...new Set((invalid as unknown as [string, object, [string, string]][]).map(([, , [code]]) => code))]
    expect(codes.length).toBeGreaterThan(30)
    const unsaid = codes.filter((code) => issueText({ code, path: '', message: 'm' }, wordsIn(language)) === '')
    expect(unsaid).toEqual([])
  })
})

it('names what is allowed, and the word that was meant', () => {
  const [decision] = minimal.decisions
  const parsed = parseOrder({ ...minimal, decisions: [{ ...decision, kind: 'judgement' }], titel: 'x' })
  const [issue] = parsed.ok ? [] : parsed.issues
  expect(issueText(issue!, wordsIn('fr'))).toContain('"administrative"')
  expect(issueText(issue!, wordsIn('fr'))).toContain('Vouliez-vous dire «\u00a0judgment\u00a0»\u00a0?')
  const [warning] = parsed.warnings
  expect(issueText(warning!, wordsIn('de'))).toContain('Meinten Sie: title?')
})
