import { describe, expect, it } from 'vitest'
import { addressAttributes, addressesIn, addressSelectors, displayedAddress } from '../../../src/search/attributes.ts'
import { engine as bing } from '../../../src/search/engines/bing.ts'
import { engine as google } from '../../../src/search/engines/google.ts'
import { engine as searxng } from '../../../src/search/engines/searxng.ts'
import { engine as yandex } from '../../../src/search/engines/yandex.ts'

describe('the addresses in an attribute', () => {
  it.each([
    ['https://a.tv/x', ['https://a.tv/x']],
    ['/url?q=https://a.tv/', ['/url?q=https://a.tv/']],
    ['https://a.tv/ https://b.tv/', ['https://a.tv/', 'https://b.tv/']],
    ['https://a.tv/,https://counter.example/', ['https://a.tv/', 'https://counter.example/']],
    ['https://a.tv/one,two', ['https://a.tv/one,two']],
    ['{"murl":"https://a.tv/x","turl":"https://thumbnail.example/"}', ['https://a.tv/x']],
    ['{"murl":"https://a.tv/x"', []],
    // Startpage's pictures.
    [
      '{"title":"t","displayUrl":"https://a.tv/x","clickUrl":"https://b.tv/p.jpg"}',
      ['https://a.tv/x', 'https://b.tv/p.jpg'],
    ],
    // Yandex's pictures: the same picture on other sites is not this result.
    [
      '{"serp-item":{"preview":[{"url":"https://b.tv/p.jpg","snippet":{"url":"https://a.tv/x"}}],"dups":[{"url":"https://c.tv/"}]}}',
      ['https://b.tv/p.jpg', 'https://a.tv/x'],
    ],
    [
      '{"serp-item":{"img_href":"https://b.tv/p.jpg","thumb":{"url":"https://thumbnail.example/"},"snippet":{"url":"https://a.tv/x"}}}',
      ['https://b.tv/p.jpg', 'https://a.tv/x'],
    ],
    ['{"link":{"url":"https://a.tv/x"}}', []],
    ['a word', []],
  ])('%s', (value, addresses) => {
    expect(addressesIn(value)).toEqual(addresses)
  })
})

describe('the elements that keep an address', () => {
  it('are looked for by the attributes in which the engine’s pages keep one', () => {
    expect(addressSelectors(google)).toContain('[data-ru]')
    expect(addressSelectors(bing)).toContain('[m]')
    expect(addressSelectors(google)).not.toContain('[m]')
    expect(addressSelectors(searxng)).toEqual(['[ping]', '[data-url]', '[data-href]', '[data-target-url]'])
  })

  it('are few where nearly all have the attribute', () => {
    expect(addressSelectors(yandex)).toContain('[data-bem*=snippet]')
    expect(addressAttributes(yandex)).toContain('data-bem')
  })
})

describe('the address that a result shows', () => {
  it.each([
    ['https://www.a.tv › films › 2026', 'https://www.a.tv'],
    ['a.tv › films', 'http://a.tv'],
    [' http://a.tv/films?x=1', 'http://a.tv/films?x=1'],
    ['\u200Ehttps://a.tv\u200E › ...', 'https://a.tv'],
    ['a.tv/...', 'http://a.tv/...'],
    ['bücher.example', 'http://bücher.example'],
    ['उदाहरण.भारत › x', 'http://उदाहरण.भारत'],
    ['a.xn--h2brj9c › x', 'http://a.xn--h2brj9c'],
    ['a.tv. › x', 'http://a.tv.'],
  ])('%s', (text, address) => {
    expect(displayedAddress(text)).toBe(address)
  })

  it.each(['', '570+ comments · 5 years ago', '30.1K+ views', 'Reddit · r/films', '3.5 stars', 'localhost', 'a@b.tv'])(
    'is none in %s',
    (text) => {
      expect(displayedAddress(text)).toBeUndefined()
    },
  )
})
