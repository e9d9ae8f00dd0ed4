import { describe, expect, it } from 'vitest'
import { languages } from '../../../src/cli/catalogues.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { writ } from './memory-world.ts'

describe('writ check', () => {
  it('says that a document is valid', async () => {
    expect(await writ(['check', 'a.json'], { 'a.json': minimal })).toMatchObject({ code: 0, out: 'a.json: valid' })
  })

  it('gives every issue of every document, and fails', async () => {
    const files = { 'a.json': { ...minimal, id: 'X', targets: ['com'] }, 'b.json': '{' }
    const { code, out } = await writ(['check', 'a.json', 'b.json', 'c.json'], files)
    expect(code).toBe(1)
    for (const part of [
      'a.json: 2 issues',
      '[slug]',
      'targets[0]: "com" is a public suffix',
      '[not-json]',
      '[unreadable]',
    ])
      expect(out).toContain(part)
  })

  it('speaks to programs', async () => {
    const { code, out } = await writ(['check', '--json', 'a.json'], { 'a.json': { ...minimal, extra: 1 } })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ file: 'a.json', ok: true, issues: [], warnings: [{ path: 'extra' }] }])
  })
})

describe('what a document says in a message', () => {
  it('does not move the terminal', async () => {
    const files = { 'a.json': '{"a": \u001b[31m', 'b.json': { ...minimal, 'x\u202e\u009b': 1 } }
    const { out } = await writ(['check', 'a.json', 'b.json'], files)
    expect(out).toContain('\\u{1b}')
    expect(out).toContain('\\u{202e}')
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })
})

describe('writ explain', () => {
  it('takes a day as the court’s', async () => {
    const order = { ...minimal, timeZone: 'Pacific/Auckland', term: { until: '2024-01-15' } }
    const on = async (day: string) =>
      (await writ(['explain', 'dpstream.tv', 'a.json', '--at', day], { 'a.json': order })).out
    expect(await on('2024-01-15')).toContain('is blocked under a court order')
    expect(await on('2024-01-16')).toContain('is not blocked')
  })

  it('takes an instant in every spelling that a document may have', async () => {
    const { code, out } = await writ(['explain', 'dpstream.tv', 'a.json', '--at', '2024-01-15T12Z'], {
      'a.json': minimal,
    })
    expect([code, out]).toEqual([0, expect.stringContaining('is blocked under a court order')])
  })

  it('refuses two documents of one id', async () => {
    const files = { 'a.json': minimal, 'b.json': { ...minimal, version: 2, targets: ['other.example'] } }
    const { code, error } = await writ(['explain', 'dpstream.tv', 'a.json', 'b.json'], files)
    expect([code, error]).toEqual([1, expect.stringContaining('b.json: 1 issue\n  id: is "test-order"')])
  })

  it('tells programs what is wrong with a document', async () => {
    const { code, out } = await writ(['explain', 'dpstream.tv', 'a.json', '--json'], { 'a.json': '{' })
    expect([code, JSON.parse(out)]).toMatchObject([1, [{ file: 'a.json', ok: false, issues: [{ code: 'not-json' }] }]])
  })

  it('takes the user’s document before the bundled one of its id', async () => {
    const own = { ...minimal, id: 'fr-tgi-paris-11-60013', title: 'My copy' }
    const { out } = await writ(['explain', 'dpstream.tv', 'a.json', '--bundled', '--json'], { 'a.json': own })
    expect(JSON.parse(out).text.orders.map(({ title }: { title: { text: string } }) => title.text)).toEqual(['My copy'])
  })

  it('says what the block page says', async () => {
    const { code, out } = await writ(['explain', 'http://www.dpstream.tv/x', '--bundled', '--at', '2014-06-01'])
    expect(code).toBe(0)
    for (const part of [
      'is blocked under a court order',
      'Case number: RG 11/60013',
      'Legal basis: Code de la propriété intellectuelle, article\u00a0L.\u00a0336-2',
      'dpstream.tv and its subdomains',
    ])
      expect(out).toContain(part)
  })

  it('in French, after the term, and beyond it by choice', async () => {
    const ended = await writ(['explain', 'dpstream.tv', '--bundled', '--lang', 'fr'])
    expect(ended.out).toContain('dpstream.tv n’est pas bloqué')
    expect(ended.out).toContain('a expiré (vers le 23\u00a0janvier 2015)')
    // Every colon and semicolon as French sets it, in what is put together too.
    expect(ended.out).not.toMatch(/[^\u00a0][:;] /)
    const beyond = await writ(['explain', 'dpstream.tv', '--bundled', '--beyond-term'])
    expect(beyond.out).toContain('is still blocked, although the order has expired')
  })

  it('in every language there is', async () => {
    const headlines = languages.map(async (lang) => {
      const { out } = await writ(['explain', 'dpstream.tv', '--bundled', '--beyond-term', '--lang', lang])
      return out.slice(0, out.indexOf('\n'))
    })
    expect(new Set(await Promise.all(headlines)).size).toBe(7)
  })

  it('says that nothing covers a look-alike', async () => {
    for (const host of ['dpstream.net', 'alloshotv.com', 'notdpstream.tv', 'dpstream.tv.example.com'])
      expect((await writ(['explain', host, '--bundled'])).out).toContain(`No order in this browser names ${host}`)
  })

  it('speaks to programs', async () => {
    const { out } = await writ(['explain', 'https://a.dpstream.tv/', 'a.json', '--json'], { 'a.json': minimal })
    expect(JSON.parse(out)).toMatchObject({
      explanation: { orders: [{ applied: true, status: 'in-force', entry: { value: 'dpstream.tv' } }] },
      text: { blocked: true },
    })
  })

  it('fails on an order that is none', async () => {
    expect(await writ(['explain', 'dpstream.tv', 'a.json'], { 'a.json': '{}' })).toMatchObject({ code: 1 })
  })
})

describe('a wrong command line', () => {
  it.each([
    [[]],
    [['chekc', 'a.json']],
    [['check']],
    [['check', '--jsno', 'a.json']],
    [['explain']],
    [['explain', 'dpstream.tv']],
    [['explain', 'not a host', '--bundled']],
    [['explain', 'dpstream.tv', '--bundled', '--at', 'yesterday']],
    [['explain', 'dpstream.tv', '--bundled', '--lang', 'xx']],
  ])('%j is said with the usage, exit code 2', async (args) => {
    const { code, error } = await writ(args)
    expect(code).toBe(2)
    expect(error).toContain('writ explain URL')
  })

  it('help is no mistake', async () => expect(await writ(['--help'])).toMatchObject({ code: 0 }))
})
