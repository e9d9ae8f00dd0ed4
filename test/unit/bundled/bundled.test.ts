import { describe, expect, it } from 'vitest'
import { bundled } from '../../../src/bundled/bundled.ts'
import { languages } from '../../../src/cli/catalogues.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import known from '../../fixtures/bundled-facts.json' with { type: 'json' }
import { textsOf, unproven, type Fact } from './facts.ts'

const documents = bundled.map(({ document }) => document as Record<string, unknown> & { id: string })
const factsOf = (id: string) => (known as Record<string, Fact[]>)[id]!

describe.each(documents.map((document) => [document.id, document] as const))('%s', (id, document) => {
  it('is valid, and nothing in it needs a warning', () =>
    expect(parseOrder(document)).toMatchObject({ ok: true, warnings: [] }))

  it('says nothing that is not known: each fact has a source that it names, or is marked as unsure', () =>
    expect(unproven(document, factsOf(id))).toEqual([]))

  it('says all of it in every language; a quotation, and nothing else, is in the decision’s own', () => {
    const texts = textsOf(document)
    const spoken = texts.map(([path, text]) => [path, Object.keys(text).toSorted()])
    const all = [...languages].toSorted()
    expect(spoken).toEqual(texts.map(([path]) => [path, path.endsWith('.wording') ? [document['language']] : all]))
  })

  it('ends no line within a citation, nor before a French colon', () => {
    const french = textsOf(document).map(([, text]) => text['fr'] ?? '')
    expect(french.filter((text) => / [;:!?»]|« /.test(text))).toEqual([])
    expect(JSON.stringify(document)).not.toMatch(/L\. \d|article L\.|\] EWHC|EWHC \d|section \d/)
  })
})

describe('a fact', () => {
  const [document] = documents
  const facts = factsOf(document!.id)
  const without = (path: string, change: Partial<Fact>) =>
    unproven(
      document!,
      facts.map((fact) => (fact.path === path ? { ...fact, ...change } : fact)),
    )

  it.each<[string, string, Partial<Fact>]>([
    ['that is sure without a source', 'decisions[0].date: is sure without a source', { source: undefined as never }],
    ['that is another one', 'decisions[0].date: is not what is known', { value: '2013-11-29' }],
    ['of a hidden source', 'decisions[0].date: has a source that the document does not name', { source: 'https://a/' }],
    ['whose doubt is not told', 'decisions[0].date: is not marked as unsure in the document', { unsure: true }],
  ])('%s is refused', (_, complaint, change) => expect(without('decisions[0].date', change)).toEqual([complaint]))

  it('whose doubt is taken away is refused', () =>
    expect(without('term.served', { unsure: undefined as never })).toEqual([
      'term.served: is sure without a source',
      'term.served: is doubted in the document',
    ]))

  it('that nobody knows is refused', () =>
    expect(unproven({ ...document!, penalty: { en: 'EUR 1' } }, facts)).toEqual(['penalty: is in no fact']))
})
