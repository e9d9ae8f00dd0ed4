import { describe, expect, it } from 'vitest'
import { bundled } from '../../../../src/bundled/bundled.ts'
import { parseOrder, parseOrderText } from '../../../../src/order/reading/parse.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import { refusedDocuments } from './refused-documents.ts'

describe('a valid document', () => {
  it('is an order, its texts by language and its zone from its jurisdiction', () => {
    const parsed = parseOrder(minimal)
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [],
      value: { id: 'test-order', title: { en: 'A test order' }, timeZone: 'Europe/Paris', targets: ['dpstream.tv'] },
    })
  })

  it.each(bundled.map(({ document }) => [document.id, document] as const))('is what %s is', (id, document) => {
    expect(parseOrder(document)).toMatchObject({ ok: true, warnings: [], value: { id } })
  })

  it('may have keys that are not known: they are left out and reported', () => {
    const text = JSON.stringify(minimal).replace('{', '{"__proto__": {"polluted": true}, "constructor": 1, ')
    const parsed = parseOrderText(text)
    expect(parsed.ok).toBe(true)
    expect(parsed.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(
      expect.arrayContaining(['unknown-key __proto__', 'unknown-key constructor']),
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('may have thousands of them: the first are reported, and how many more there are', () => {
    const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`unknown-${at}`, at]))
    const parsed = parseOrder({ ...minimal, ...unknown })
    expect(parsed.ok).toBe(true)
    expect(parsed.warnings).toHaveLength(1001)
    expect(parsed.warnings.at(-1)).toMatchObject({ code: 'more-warnings', path: '', message: 'and 4000 more' })
  })

  it('may have texts of several lines, in scripts that join letters', () => {
    const title = 'می\u200cخواهم 👩\u200d👦\n\tक्\u200dष'
    expect(parseOrder({ ...minimal, title })).toMatchObject({ ok: true, value: { title: { en: title } } })
  })

  it('may begin with a byte order mark', () => {
    expect(parseOrderText(`\ufeff${JSON.stringify(minimal)}`).ok).toBe(true)
  })

  it('may list its names in every spelling of the URL standard', () => {
    const targets = [
      'DPStream.TV.',
      'dp%73tream2.tv',
      'münchen.example.com',
      'ex\u00adample。org',
      'a_b.example.net',
      'new.tvx',
    ]
    const parsed = parseOrder({ ...minimal, targets })
    expect(parsed.ok && parsed.value.targets).toEqual([
      'dpstream.tv',
      'dpstream2.tv',
      'xn--mnchen-3ya.example.com',
      'example.org',
      'a_b.example.net',
      'new.tvx',
    ])
  })
})

describe('what is most likely a mistake', () => {
  it.each([
    ['day-order term.until', { term: { until: '2002-01-01' } }],
    ['day-order term.served', { term: { openEnded: true, served: '2010-02-01~' } }],
    ['day-order term.implemented', { term: { openEnded: true, implemented: '2010-02-01' } }],
    [
      'day-order term.windows[0].end',
      { term: { openEnded: true, windows: [{ start: '2016-02-28T16:00Z', end: '2016-02-28T18:00Z' }] } },
    ],
    ['duplicate-target targets[1]', { targets: ['a.tv', 'A.TV.'] }],
    ['url-wildcard targets[0].url', { targets: [{ url: 'https://a.tv/*' }] }],
  ])('is a warning: %s', (warning, values) => {
    const parsed = parseOrder({ ...minimal, ...values })
    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([warning])
  })

  it('is not the schema that an editor is told of', () => {
    expect(parseOrder({ $schema: '../public/order.schema.json', ...minimal }).warnings).toEqual([])
  })
})

describe('an invalid document', () => {
  it.each(refusedDocuments)('$name', ({ document, issues }) => {
    const parsed = parseOrder(document)
    if (parsed.ok) throw new Error('it was taken')
    expect(parsed.issues.map(({ code, path }) => ({ code, path }))).toEqual(issues)
    for (const { message } of parsed.issues) expect(message.length).toBeGreaterThan(5)
  })

  it.each(['', '{', '[', 'null', '[]', '"x"', '<html>', '{"a":1}}'])('%j is no order', (text) => {
    expect(parseOrderText(text).ok).toBe(false)
  })

  it('with a key twice would lose what stands under the first', () => {
    const text = JSON.stringify({
      ...minimal,
      decisions: [{ ...minimal.decisions[0], docket: '"a": {' }],
      x: [1, 'b'],
    }).replace('"x":[1,"b"]', '"\\u0074argets": ["other.example"], "x":[1,{"y":1,"y":2}]')
    const parsed = parseOrderText(text)
    if (parsed.ok) throw new Error('it was taken')
    expect(parsed.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'duplicate-key targets',
      'duplicate-key x[1].y',
    ])
  })

  it('with a lift in another spelling than the list is none', () => {
    const lift = { ...minimal.decisions[0], effect: 'lifts', date: '2021-01-01', targets: ['XN--MNCHEN-3YA.de'] }
    const document = { ...minimal, targets: ['www.münchen.de'], decisions: [...minimal.decisions, lift] }
    expect(parseOrder(document)).toMatchObject({ ok: true })
  })

  it('that is not UTF-8 is refused, not guessed', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(minimal).replace('A test order', 'A t?st'))
    const text = new TextDecoder().decode(bytes.map((byte) => (byte === 0x3f ? 0xe9 : byte)))
    expect(parseOrderText(text)).toMatchObject({ ok: false, issues: [{ code: 'not-utf8', path: '' }] })
  })

  it('with a million bad names gives a list that can be read', () => {
    const parsed = parseOrder({ ...minimal, targets: Array.from({ length: 5000 }, () => 'com') })
    if (parsed.ok) throw new Error('it was taken')
    expect(parsed.issues).toHaveLength(1001)
    expect(parsed.issues.at(-1)!.message).toBe('and 4000 more')
  })

  it('that is longer than any order is refused before it is read, with what to do', () => {
    const parsed = parseOrderText(' '.repeat(64 * 1024 * 1024 + 1))
    expect(parsed).toMatchObject({ issues: [{ code: 'too-long', message: expect.stringContaining('divide it') }] })
  })
})
