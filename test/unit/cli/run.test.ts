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

describe('writ explain', () => {
  it('says what the block page says', async () => {
    const { code, out } = await writ(['explain', 'http://www.dpstream.tv/x', '--bundled', '--at', '2014-06-01'])
    expect(code).toBe(0)
    for (const part of [
      'This site is blocked by a court order',
      'Docket: RG 11/60013',
      'Legal basis: Code de la propriété intellectuelle, article L. 336-2',
      'dpstream.tv and every name below it',
    ])
      expect(out).toContain(part)
  })

  it('in French, after the term, and beyond it by choice', async () => {
    const ended = await writ(['explain', 'dpstream.tv', '--bundled', '--lang', 'fr'])
    expect(ended.out).toContain('Ce site n’est pas bloqué')
    expect(ended.out).toContain('est arrivée à son terme (30\u00a0janvier 2015 environ)')
    const beyond = await writ(['explain', 'dpstream.tv', '--bundled', '--beyond-term'])
    expect(beyond.out).toContain('This site is blocked beyond the order’s term')
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
      expect((await writ(['explain', host, '--bundled'])).out).toContain('No court order concerns this site')
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
