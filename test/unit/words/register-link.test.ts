import { expect, it } from 'vitest'
import { languages, wordsIn } from '../../../src/cli/catalogues.ts'
import { here } from '../../../src/standing/here.ts'
import { recordOf, type OrderRecord } from '../../../src/standing/record.ts'
import { orderText } from '../../../src/words/explanation.ts'
import { orderWith } from '../export/orders.ts'
import { published, register } from '../public-register/register.ts'

const order = orderWith({ references: [{ db: 'lumen', id: '12345' }] })
const now = Date.parse('2024-06-01T12:00:00Z')

/** Addresses that the block page gives for an order, of a feed where it has one. */
function links(code: string, feed?: OrderRecord['feed']): string[] {
  const from = feed ? ({ provenance: 'feed', feed } as const) : ({ provenance: 'user' } as const)
  const record = recordOf(order, { ...from, choice: 'apply', digest: '', addedAt: now })
  const choices = { settings: { afterTerm: 'stop', choices: {} } } as const
  return orderText(here(record, choices, now), wordsIn(code)!, { now }).links.map(({ url }) => url)
}

it.each(languages)('leads to the order’s page in its register, which is there, in %s', (code) => {
  const files = register([published(order)])
  for (const address of ['https://feed.example/court', 'https://feed.example/court/']) {
    const [first] = links(code, { root: '00'.repeat(32), address, version: 1 })
    expect(first).toBe(`https://feed.example/court/orders/test-order/${code}.html`)
    expect([...files.keys()]).toContain(first!.slice('https://feed.example/court/'.length))
  }
})

it('leads to no register where the order came by no feed, and to its papers', () => {
  expect(links('en')).toEqual(['https://example.org/decision', 'https://lumendatabase.org/notices/12345'])
})
