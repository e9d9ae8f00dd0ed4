import { describe, expect, it } from 'vitest'
import { adviceOn } from '../../../src/cli/advice.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

/** The codes of what a document is told, each with its place. */
function advice(values: Record<string, unknown>): string[] {
  const order = parseOrder({ ...minimal, ...values })
  if (!order.ok) throw new Error(JSON.stringify(order.issues))
  return adviceOn(order.value).map(({ code, path }) => `${code} ${path}`)
}

const targets = (...list: unknown[]) => advice({ targets: list })

describe('writ check advises', () => {
  it('nothing where nothing is unusual', () =>
    expect(targets('a.tv', 'b.tv', 'bücher.example', 'пример.рф')).toEqual([]))

  it('to look at names with letters of several scripts, or with a dash that is no hyphen', () => {
    // The first letter is Cyrillic; the second name has an en dash.
    expect(targets('аlco.example', 'a\u2013b.example')).toEqual(['look-alike targets[0]', 'look-alike targets[1]'])
  })

  it('to look at a name that is taken for another that is listed, or for one that many people know', () => {
    // All of its letters are Cyrillic, which alone is nothing strange.
    expect(targets('сос.example')).toEqual([])
    expect(targets('сос.example', 'coc.example')).toEqual(['look-alike targets[0]'])
    expect(targets('gοοgle.com')).toEqual(['look-alike targets[0]'])
  })

  it('to leave out a name below a domain that is listed, and none below a host alone', () => {
    expect(targets('a.tv', 'www.a.tv', 'b.tv')).toEqual(['covered targets[1]'])
    expect(targets({ host: 'a.tv' }, 'www.a.tv')).toEqual([])
    expect(targets('a.tv', { url: 'https://a.tv/films' })).toEqual([])
  })

  it('of many targets about a few, and how many more there are', () => {
    const many = Array.from({ length: 9 }, (_, at) => `w${at}.a.tv`)
    const order = parseOrder({ ...minimal, targets: ['a.tv', ...many] })
    const told = order.ok ? adviceOn(order.value) : []
    expect(told).toHaveLength(6)
    expect(told.at(-1)!.message).toBe('and 4 more targets of this kind')
  })

  it('to say what can be done against the order, unless its country gives a remedy whatever an order says', () => {
    expect(advice({ jurisdiction: 'NL' })).toEqual(['no-remedy contest'])
    expect(advice({ jurisdiction: 'NL', contest: { text: 'Ask the court' } })).toEqual([])
    expect(advice({ jurisdiction: 'FR' })).toEqual([])
  })

  it('to say of an order without an end when somebody last looked', () => {
    expect(advice({ term: { openEnded: true } })).toEqual(['no-end term'])
    expect(advice({ term: { openEnded: true }, checkedOn: '2026-01-01' })).toEqual([])
  })

  it('that nothing of an order over addresses alone can be enforced', () => {
    expect(targets({ ip: '192.0.2.1' }, { ip: '192.0.2.0/24' })).toEqual(['addresses-alone targets'])
    expect(targets({ ip: '192.0.2.1' }, 'a.tv')).toEqual([])
  })
})
