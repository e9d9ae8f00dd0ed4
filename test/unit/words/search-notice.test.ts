import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import { find } from '../../../src/names/find.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { explain } from '../../../src/standing/explain.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { noticeWords, orderNotice } from '../../../src/words/search-notice.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const now = Date.parse('2020-06-01T12:00:00Z')
const words = wordsIn('en')!

function noticeOver(values: object, isAddressed = true, afterTerm: 'stop' | 'continue' = 'stop') {
  const parsed = parseOrder({ ...minimal, measures: [{ kind: 'delist', addressees: ['Google'] }], ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { index, records } = memoryLibrary([{ order: parsed.value, provenance: 'user' }], 0)
  const query = parseQuery('http://dpstream.tv/')!
  const effective = { settings: { afterTerm, choices: {} } }
  const { orders } = explain(query, find(query, index), records, { effective, now })
  return orderNotice(orders[0]!, isAddressed, words, now)
}

describe('above search results it is said of an order', () => {
  it('whether it addresses the engine, and no more while it is in force', () => {
    expect(noticeOver({}).remarks).toEqual([words.say('searchAddressed')])
    expect(noticeOver({}, false).remarks).toEqual([words.say('searchNotAddressed')])
  })

  it('by whose choice it is applied beyond its term, and that it is', () => {
    const { ground, remarks } = noticeOver({ term: { until: '2020-03-01' } }, true, 'continue')
    expect(ground).toBe('beyondTerm')
    expect(remarks[1]).toBe(words.say('noticeBeyondYou', 'March 1, 2020'))
  })

  it('on what basis, and until when', () => expect(noticeOver({}).basis).toBe('An article · until December 31, 2030'))

  it('who decided', () => expect(noticeOver({}).ground).toBe('court'))
})

it.each([
  ['en', [1]],
  ['fr', [0, 1]],
])('in %s the singular is for %j', (language, singulars) => {
  const { hidden, results } = noticeWords(wordsIn(language)!)
  expect(results.singulars).toEqual(singulars)
  for (const sentence of Object.values(hidden)) expect(sentence.plural).toContain('$1')
})
