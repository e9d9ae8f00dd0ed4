import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { explain } from '../../../src/standing/explain.ts'
import { find } from '../../../src/names/find.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { defaults, type Settings } from '../../../src/policy/settings.ts'
import { explanationText } from '../../../src/words/explanation.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const before = Date.parse('2020-06-01T00:00:00Z')
const after = Date.parse('2031-06-01T00:00:00Z')

/** What is said at `url` under orders with these values. */
function textAt(now: number, afterTerm: Settings['afterTerm'], orders: object[] = [{}], url = 'http://a.example/') {
  const given = orders.map((values, at) => {
    const parsed = parseOrder({ ...minimal, targets: ['a.example'], id: `order-${at}`, ...values })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return { order: parsed.value, provenance: 'user' as const }
  })
  const library = memoryLibrary(given, 0)
  const question = parseQuery(url)!
  const explanation = explain(question, find(question, library.index), library.records, {
    effective: { settings: { ...defaults, afterTerm } },
    now,
    targetOf: library.targetOf,
  })
  return explanationText(explanation, wordsIn('en')!, { now })
}

it.each([
  ['is blocked by a court', before, 'stop', 'a.example is blocked under a court order'],
  ['is blocked by choice', after, 'continue', 'a.example is still blocked, although the order has expired'],
  ['is no longer blocked', after, 'stop', 'a.example is not blocked'],
] as const)('the headline of what %s says so, and names it', (_, now, afterTerm, headline) =>
  expect(textAt(now, afterTerm).headline).toBe(headline),
)

it('says of what nothing covers only what this browser knows', () => {
  const { headline, lead } = textAt(before, 'stop', [{}], 'http://b.example/')
  expect(headline).toBe('No order in this browser names b.example')
  expect(lead).toBe('Writ knows only the orders in this browser, and none of them blocks b.example.')
})

it.each([
  ['judgment', 'This page of a.example is blocked under a court order'],
  ['administrative', 'This page of a.example is blocked under an order'],
])('calls a page a page, under a %s', (kind, headline) => {
  const values = { targets: [{ url: 'http://a.example/page' }], decisions: [{ ...minimal.decisions[0], kind }] }
  expect(textAt(before, 'stop', [values], 'http://a.example/page').headline).toBe(headline)
})

it('calls it a site where another order names the whole of it', () => {
  const page = { targets: [{ url: 'http://a.example/page' }] }
  expect(textAt(before, 'stop', [page, {}], 'http://a.example/page').headline).toBe(
    'a.example is blocked under a court order',
  )
})

it('says that the order told others to act, and who; nothing of it where the document names nobody', () => {
  const whom = (addressees: string[]) => textAt(before, 'stop', [{ measures: [{ kind: 'block', addressees }] }]).lead
  expect(whom(['One'])).toContain('A court ordered others to block access: One. This page')
  expect(whom(['One', 'Two', 'Three', 'Four'])).toContain('One, Two, Three, and 1 more.')
  expect(whom([])).not.toContain('ordered')
})

describe('who decided is called what it is', () => {
  const [decision] = minimal.decisions
  const decidedBy = (kind: string) => ({ decisions: [{ ...decision, kind, court: 'The author' }] })

  it.each([
    ['judgment', 'under a court order', 'A court ordered'],
    ['interim', 'under a court order', 'A court ordered'],
    ['administrative', 'under an authority’s order', 'An authority ordered'],
    ['agreement', 'under an agreement', 'Others agreed'],
  ])('%s', (kind, said, lead) => {
    const text = textAt(before, 'stop', [decidedBy(kind)])
    expect(text.headline).toBe(`a.example is blocked ${said}`)
    expect(text.lead).toContain(`${lead}`)
    const [{ facts }] = text.orders[0]!.groups as [(typeof text.orders)[0]['groups'][0]]
    expect(facts[0]!.term).toBe(lead.startsWith('A court') ? 'Court' : 'Decided by')
  })

  it('by the decision that added the name', () => {
    const decisions = [decision, { ...decision, effect: 'extends', kind: 'administrative', court: 'The regulator' }]
    const { headline } = textAt(before, 'stop', [{ decisions, targets: [{ domain: 'a.example', addedBy: 1 }] }])
    expect(headline).toBe('a.example is blocked under an authority’s order')
  })

  it('and of several, neither where they differ', () => {
    const text = textAt(before, 'stop', [decidedBy('agreement'), decidedBy('judgment')])
    expect(text.headline).toBe('a.example is blocked under several orders')
    expect(text.lead).toContain('Several orders name it (2)')
    expect(textAt(before, 'stop', [{}, decidedBy('interim')]).headline).toBe('a.example is blocked under a court order')
  })

  it('and of several, none whose term has ended, where another is in force', () => {
    const ended = { ...decidedBy('administrative'), term: { until: '2020-03-01' } }
    const both = textAt(before, 'continue', [ended, {}])
    expect(both.headline).toBe('a.example is blocked under a court order')
    expect(textAt(before, 'continue', [ended]).headline).toBe(
      'a.example is still blocked, although the order has expired',
    )
  })
})
