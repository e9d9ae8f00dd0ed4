import fc from 'fast-check'
import { expect, it } from 'vitest'
import { engines } from '../../../src/search/engines.ts'
import { destinations } from '../../../src/search/unwrap.ts'
import { long } from '../../deep/share.ts'
import { fuzz } from './fuzz.ts'

const google = engines.find(({ id }) => id === 'google')!
const page = new URL('https://www.google.com/search?q=x')

/** Each hides an address in another one; what it hides is known, so that nothing has to be computed again. */
const wraps: ((url: string) => string)[] = [
  (url) => `https://www.google.com/url?sa=t&q=${encodeURIComponent(url)}`,
  (url) => `https://www.google.fr/url?url=${encodeURIComponent(url)}&usg=1`,
  (url) => `https://www.google.com/interstitial?url=${encodeURIComponent(url)}`,
  (url) => `https://translate.google.com/translate?sl=en&u=${encodeURIComponent(url)}`,
  (url) => `https://www.bing.com/aclick?ld=1&u=${Buffer.from(encodeURIComponent(url)).toString('base64url')}`,
  (url) => `https://web.archive.org/web/20200101000000/${url}`,
]
const host = fc.constantFrom('a.tv', 'www.a.tv', 'xn--bcher-kva.example', 'constructor.io', '-odd-.b.example', 'a.tv.')
const destination = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.webPath(), fc.option(fc.webQueryParameters()))
  .map(([scheme, name, path, query]) => new URL(`${scheme}://${name}${path}${query ? `?${query}` : ''}`).href)

it('a link leads where it was made to lead, wrapped up to six times', long, async ({ annotate }) => {
  const link = fc.tuple(destination, fc.array(fc.constantFrom(...wraps), { maxLength: 6 }))
  const floors = { plain: 0.02, wrapped: 0.05, 'wrapped deep': 0.1 }
  const figures = fuzz(link, 10_000, floors, ([to, wrappings]) => {
    const address = wrappings.reduce((inner, wrap) => wrap(inner), to)
    const expected = to.replace('//a.tv./', '//a.tv/')
    // Longer addresses are read for their host, and not unwrapped.
    if (address.length > 16_000) return 'too long'
    expect(destinations(address, page, google).map(({ href }) => href)).toEqual([expected])
    if (wrappings.length > 2) return 'wrapped deep'
    return wrappings.length > 0 ? 'wrapped' : 'plain'
  })
  await annotate(figures)
})

it('whatever stands in a page leads to the web or nowhere, on every engine', long, async ({ annotate }) => {
  const broken = fc
    .tuple(destination, fc.constantFrom(...wraps), fc.nat(), fc.string({ unit: 'binary', maxLength: 4 }))
    .map(([to, wrap, at, piece]) => {
      const address = wrap(to)
      const place = at % address.length
      return address.slice(0, place) + piece + address.slice(place + 1)
    })
  const link = fc.tuple(fc.constantFrom(...engines), fc.oneof(broken, fc.string({ unit: 'binary' }), fc.webUrl()))
  const figures = fuzz(link, 10_000, { leading: 0.2, 'leading nowhere': 0.05 }, ([engine, address]) => {
    const found = destinations(address, page, engine)
    for (const one of found) {
      expect(['http:', 'https:']).toContain(new URL(one.href).protocol)
      expect(new URL(one.href).hostname).toBe(one.host)
      expect(one.host).not.toBe(page.hostname)
    }
    return found.length > 0 ? 'leading' : 'leading nowhere'
  })
  await annotate(figures)
})
