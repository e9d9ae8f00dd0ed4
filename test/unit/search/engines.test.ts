import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { OrderHead } from '../../../src/standing/record.ts'
import { addresses } from '../../../src/search/decide.ts'
import { engineAt } from '../../../src/search/engine-at.ts'
import { engines } from '../../../src/search/engines.ts'

describe('an engine', () => {
  it.each([
    ['https://www.google.com/search?q=x', 'google'],
    ['https://www.google.co.uk/search?q=x&udm=2', 'google'],
    ['https://www.google.fr/', undefined],
    ['https://www.google.example.com/search?q=x', undefined],
    ['https://cn.bing.com/images/search?q=x', 'bing'],
    ['https://fr.search.yahoo.com/search?p=x', 'yahoo'],
    ['https://search.yahoo.co.jp/search?p=x', 'yahoo-japan'],
    ['https://lemoteur.orange.fr/?kw=x', 'orange'],
    ['https://duckduckgo.com/?q=x', 'duckduckgo'],
    ['https://lite.duckduckgo.com/lite/?q=x', 'duckduckgo'],
    ['https://yandex.com.tr/search/?text=x', 'yandex'],
    ['https://notbing.com/search?q=x', undefined],
    ['https://www.bing.com/copilotsearch?q=x', 'bing'],
    ['https://www.bing.com/videos/riverview/relatedvideo?q=x&mid=1', 'bing'],
    ['https://duckduckgo.com/Some_Words?ia=web', 'duckduckgo'],
    ['https://duckduckgo.com/Some_Words?t=h_&iax=images&ia=images', 'duckduckgo'],
    ['https://duckduckgo.com/about', undefined],
    ['https://yandex.ru/yandsearch?text=x', 'yandex'],
    ['https://yandex.co.il/search/?text=x', 'yandex'],
    ['https://yandex.ee/search/?text=x', 'yandex'],
    ['https://recherche.aol.fr/aol/search?q=x', 'aol'],
    ['https://suche.aol.de/aol/search?q=x', 'aol'],
    ['https://search.aol.co.uk/aol/search?q=x', 'aol'],
    ['https://search.aol.ca/aol/search?q=x', 'aol'],
    ['https://news.baidu.com/ns?word=x', 'baidu'],
    ['https://www.baidu.com/baidu?wd=x', 'baidu'],
  ])('answers at %s: %s', (url, id) => expect(engineAt(url)?.id).toBe(id))

  it('is SearXNG on the instances that are named, and nowhere else', () => {
    const instances = ['search.instance.example']
    expect(engineAt('https://search.instance.example/search?q=x', instances)?.id).toBe('searxng')
    expect(engineAt('https://www.search.instance.example/search?q=x', instances)).toBeUndefined()
    expect(engineAt('https://search.instance.example/search?q=x')).toBeUndefined()
  })

  it('has a page of its own in the tests', () => {
    const pages = readdirSync('test/fixtures/result-pages')
    expect(engines.filter(({ id }) => !pages.some((page) => page.startsWith(`${id}.`))).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['google', ['Google Inc.', 'Google France'], true],
    ['bing', ['Microsoft Corporation'], true],
    ['yahoo', ['Yahoo! Inc'], true],
    ['orange', ['Orange SA'], true],
    ['brave', ['Bravery Ltd'], false],
    ['yahoo', ['Google'], false],
  ])('is addressed by its operator’s name: %s by %j: %s', (id, addressees, is) => {
    const order = { measures: [{ kind: 'delist', addressees }] } as unknown as OrderHead
    expect(
      addresses(
        order,
        engines.find((one) => one.id === id)!,
      ),
    ).toBe(is)
    const blocking = { measures: [{ kind: 'block', addressees }] } as unknown as OrderHead
    expect(
      addresses(
        blocking,
        engines.find((one) => one.id === id)!,
      ),
    ).toBe(false)
  })
})
