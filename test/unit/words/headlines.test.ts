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
  ['is blocked by a court', before, 'stop', 'a.example: blocked by a court order'],
  ['is blocked by choice', after, 'continue', 'a.example: blocked beyond the order’s term'],
  ['is no longer blocked', after, 'stop', 'a.example: not blocked'],
] as const)('the tab of what %s says so', (_, now, afterTerm, title) =>
  expect(textAt(now, afterTerm).title).toBe(title),
)

it('the tab of what nothing covers says what the page does', () => {
  const { title, headline } = textAt(before, 'stop', [{}], 'http://b.example/')
  expect([title, headline]).toEqual(['b.example: in no order that Writ holds', 'No order in Writ names this site'])
})

describe('who decided is called what it is', () => {
  const [decision] = minimal.decisions
  const decidedBy = (kind: string) => ({ decisions: [{ ...decision, kind, court: 'The author' }] })

  it.each([
    ['judgment', 'by a court order', 'a court order of'],
    ['interim', 'by a court order', 'a court order of'],
    ['administrative', 'by an authority’s order', 'an authority’s order of'],
    ['agreement', 'under an agreement', 'an agreement of'],
  ])('%s', (kind, said, lead) => {
    const text = textAt(before, 'stop', [decidedBy(kind)])
    expect(text.headline).toBe(`This site is blocked ${said}`)
    expect(text.title).toBe(`a.example: blocked ${said}`)
    expect(text.lead).toContain(`${lead} January`)
    const [{ facts }] = text.orders[0]!.groups as [(typeof text.orders)[0]['groups'][0]]
    expect(facts[0]!.term).toBe(lead.startsWith('a court') ? 'Court' : 'Decided by')
  })

  it('by the decision that added the name', () => {
    const decisions = [decision, { ...decision, effect: 'extends', kind: 'administrative', court: 'The regulator' }]
    const { headline } = textAt(before, 'stop', [{ decisions, targets: [{ domain: 'a.example', addedBy: 1 }] }])
    expect(headline).toBe('This site is blocked by an authority’s order')
  })

  it('and of several, neither where they differ', () => {
    const text = textAt(before, 'stop', [decidedBy('agreement'), decidedBy('judgment')])
    expect(text.headline).toBe('This site is blocked by several orders')
    expect(text.lead).toBe('a.example is covered by 2 orders.')
    expect(textAt(before, 'stop', [{}, decidedBy('interim')]).headline).toBe('This site is blocked by a court order')
  })

  it('and of several, none whose term has ended, where another is in force', () => {
    const ended = { ...decidedBy('administrative'), term: { until: '2020-03-01' } }
    const both = textAt(before, 'continue', [ended, {}])
    expect(both.headline).toBe('This site is blocked by a court order')
    expect(textAt(before, 'continue', [ended]).headline).toBe('This site is blocked beyond the order’s term')
  })
})
