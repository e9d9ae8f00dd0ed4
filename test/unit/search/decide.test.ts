import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/names/query.ts'
import { explain } from '../../../src/standing/explain.ts'
import { find } from '../../../src/names/find.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import type { Choice } from '../../../src/standing/application.ts'
import { delistedBy, type Scope } from '../../../src/search/decide.ts'
import { engines } from '../../../src/search/engines.ts'
import { mayCover, nameFilter } from '../../../src/names/name-filter.ts'
import { destinations } from '../../../src/search/unwrap.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { long, share } from '../../deep/share.ts'

const engine = (id: string) => engines.find((one) => one.id === id)!
const now = Date.parse('2020-06-01T00:00:00Z')

interface Values {
  targets: unknown[]
  kind?: 'delist' | 'block'
  choice?: Choice
}

/** Whether a link to `url` is hidden under one order that addresses Google. */
function isHidden(url: string, { targets, kind = 'delist', choice = 'apply' }: Values, on = 'google', scope?: Scope) {
  const measures = [{ kind, addressees: ['Google Inc.'] }]
  const parsed = parseOrder({ ...minimal, measures, targets })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const library = memoryLibrary([{ order: parsed.value, provenance: 'user' }], 0)
  const question = parseQuery(url)!
  const coverages = find(question, library.index)
  const effective = { settings: { afterTerm: 'stop', choices: { 'test-order': choice } } } as const
  const explanation = explain(question, coverages, library.records, { effective, now })
  return delistedBy(explanation, engine(on), scope ?? 'every').length > 0
}

describe('a result is hidden', () => {
  it.each<[string, Values, boolean]>([
    ['https://a.tv/x', { targets: ['a.tv'] }, true],
    ['https://www.a.tv/x', { targets: ['a.tv'] }, true],
    ['https://nota.tv/x', { targets: ['a.tv'] }, false],
    ['https://a.tv/films/1', { targets: [{ url: 'https://a.tv/films' }] }, true],
    ['https://a.tv/filmstar', { targets: [{ url: 'https://a.tv/films' }] }, false],
    ['https://a.tv/', { targets: [{ url: 'https://a.tv/films' }] }, false],
    ['https://www.a.tv/films', { targets: [{ url: 'https://a.tv/films' }] }, false],
    ['https://a.tv/x', { targets: ['a.tv'], kind: 'block' }, false],
    ['https://a.tv/x', { targets: ['a.tv'], choice: 'list' }, false],
  ])('%s under %j: %s', (url, order, is) => expect(isHidden(url, order)).toBe(is))

  it('on every engine, or only on those that the order addresses', () => {
    const order = { targets: ['a.tv'] }
    expect(isHidden('https://a.tv/', order, 'mojeek', 'every')).toBe(true)
    expect(isHidden('https://a.tv/', order, 'mojeek', 'addressed')).toBe(false)
    expect(isHidden('https://a.tv/', order, 'google', 'addressed')).toBe(true)
  })
})

const names = ['constructor.io', 'tostring.com', 'xn--bcher-kva.example', 'prototype.co.uk', 'b.tv', 'a.b.tv', 'ab.tv']
const other = ['__proto__.example', 'hasownproperty.test', 'xn--mnchen-3ya.de', 'tv.example', 'c.tv']
const written: ((host: string) => string)[] = [
  (host) => host,
  (host) => `${host}.`,
  (host) => host.toUpperCase(),
  (host) => host.replace('xn--bcher-kva', 'bücher').replace('xn--mnchen-3ya', 'MÜNCHEN'),
  (host) => host.replace('.', '%2E'),
  (host) => `user:secret@${host}:8443`,
]

/** An address on one of these hosts or below it, in one of the spellings in which a page may write it. */
const address = fc
  .record({
    below: fc.constantFrom('', 'www.', 'x.y.', 'not', 'constructor.', '__proto__.'),
    host: fc.constantFrom(...names, ...other),
    spelling: fc.constantFrom(...written),
    path: fc.webPath(),
  })
  .map(({ below, host, spelling, path }) => ({ host: below + host, url: `https://${spelling(below + host)}${path}` }))

/** How each engine wraps an address. */
const wrappings: [string, (url: string) => string][] = [
  ['google', (url) => url],
  ['google', (url) => `https://www.google.com/url?sa=t&q=${encodeURIComponent(url)}`],
  ['google', (url) => `https://www.google.com/url?rct=j&url=${encodeURIComponent(url)}`],
  ['google', (url) => `https://www.google.com/imgres?imgrefurl=${encodeURIComponent(url)}`],
  ['google', (url) => `https://translate.google.com/translate?u=${encodeURIComponent(url)}`],
  ['bing', (url) => `https://www.bing.com/ck/a?!&&u=a1${Buffer.from(url).toString('base64url')}&ntb=1`],
  ['yahoo', (url) => `https://r.search.yahoo.com/_ylt=A/RU=${encodeURIComponent(url)}/RK=2/RS=z`],
  ['aol', (url) => `https://search.aol.com/click/_ylt=A/RU=${encodeURIComponent(url)}/RK=0`],
  ['duckduckgo', (url) => `//duckduckgo.com/l/?uddg=${encodeURIComponent(url)}&rut=1`],
  ['yandex', (url) => `https://yandexwebcache.net/yandbtm?url=${encodeURIComponent(url)}`],
  ['searxng', (url) => `https://web.archive.org/web/${url}`],
]

describe('whatever the host is called, and however it is written and wrapped', () => {
  it('a result is hidden exactly when its host is a target or lies below one', long, () => {
    const some = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 })
    fc.assert(
      fc.property(some, address, fc.constantFrom(...wrappings), (targets, { host, url }, [id, wrap]) => {
        const found = destinations(wrap(url), new URL('https://engine.example/search?q=x'), engine(id))
        expect(found).toHaveLength(1)
        const covered = targets.some((target) => host === target || host.endsWith(`.${target}`))
        expect(isHidden(found[0]!.href, { targets }, id)).toBe(covered)
        // The filter never misses what is covered.
        if (covered) expect(mayCover(nameFilter(targets), found[0]!.host)).toBe(true)
      }),
      { numRuns: share(4000) },
    )
  })
})
