import { describe, expect, it } from 'vitest'
import { parseOrderText } from '../../../../src/order/reading/parse.ts'
import { locateIssues } from '../../../../src/order/reading/places.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }

/** The issues of a text: code, and what stands at their place. */
function pointed(text: string): [string, string | undefined, number | undefined][] {
  const parsed = parseOrderText(text)
  const issues = parsed.ok ? parsed.warnings : [...parsed.issues, ...parsed.warnings]
  return locateIssues(text, issues).map(({ code, place }) => [
    code,
    place && text.slice(place.offset, place.offset + place.length),
    place?.line,
  ])
}

const pretty = (values: object) => JSON.stringify({ ...minimal, ...values }, null, 2)

describe('the place of an issue', () => {
  it('is the value that it is about', () => {
    const text = pretty({ targets: ['dpstream.tv', 'co.uk', { domain: 'not a host' }] })
    const line = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length
    expect(pointed(text)).toEqual([
      ['host-public-suffix', '"co.uk"', line('"co.uk"')],
      ['host-space', '"not a host"', line('"not a host"')],
    ])
  })

  it('is the nearest value that should hold what is missing', () => {
    const text = pretty({ decisions: [{ effect: 'orders', kind: 'judgment', date: '2020-01-31' }] })
    const [issue] = pointed(text)
    expect(issue![0]).toBe('missing')
    expect(text.split('\n')[issue![2]! - 1]).toContain('{')
    expect(text.split('\n')[issue![2]!]).toContain('"effect": "orders"')
  })

  it('is found for a key that is no plain word', () => {
    expect(pointed(pretty({ 'odd "key".[0]': 1 }))).toEqual([['unknown-key', '1', expect.any(Number)]])
  })

  it('is the last of a key that is written twice: the one that counts', () => {
    const text = `{"version": 1,\n"version": "two",\n${pretty({}).slice(1).replace('"version": 1,', '')}`
    expect(pointed(text)).toEqual([
      ['duplicate-key', '"two"', 2],
      ['not-a-number', '"two"', 2],
    ])
  })

  it('of a text that is not JSON is where it stops being so', () => {
    expect(pointed('{\n  "format": "writ-order/1",\n  "id": test\n}')).toEqual([['not-json', 'test', 3]])
    expect(pointed('{"id": "a",}')).toEqual([['not-json', '}', 1]])
    expect(pointed('{} {}')[0]).toEqual(['not-json', '{', 1])
    expect(pointed('{"id": "a"')[0]![0]).toBe('not-json')
  })

  it('counts lines and columns from 1, and shows the line', () => {
    const [issue] = locateIssues('[\n  oops]', [{ code: 'not-json', path: '', message: '' }])
    expect(issue!.place).toEqual({ line: 2, column: 3, offset: 4, length: 4, excerpt: 'oops]' })
  })

  it('shows a part of a line that is very long', () => {
    const targets = Array.from({ length: 5000 }, (_, at) => `site-${at}.example.com`).with(3000, 'com')
    const text = JSON.stringify({ ...minimal, targets })
    const parsed = parseOrderText(text)
    const [issue] = locateIssues(text, parsed.ok ? [] : parsed.issues)
    expect(issue!.place!.excerpt).toContain('"com"')
    expect(issue!.place!.excerpt.length).toBeLessThan(130)
  })

  it('is left out where a text is nested deeper than any order', () => {
    const text = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(locateIssues(text, [{ code: 'a', path: 'targets[0]', message: '' }])).toHaveLength(1)
  })
})
