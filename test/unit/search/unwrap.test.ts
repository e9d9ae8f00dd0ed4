import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/search/engine.ts'
import { engines } from '../../../src/search/engines.ts'
import { destinations as unwrapped } from '../../../src/search/unwrap.ts'
import { long } from '../../deep/share.ts'

const engine = (id: string) => engines.find((one) => one.id === id)!
const base = { google: 'https://www.google.fr/search?q=x', bing: 'https://www.bing.com/search?q=x' }
const target = 'https://a.tv/x?y=1'
const pct = encodeURIComponent(target)
const base64 = Buffer.from(pct).toString('base64')
const a1 = `a1${Buffer.from(target).toString('base64url')}`

function destinations(address: string, page: string, on: Engine): string[] {
  return unwrapped(address, new URL(page), on).map(({ href }) => href)
}

describe('a link of a result page leads to', () => {
  it.each([
    ['google', target, [target]],
    ['google', `/url?q=${pct}&sa=U&ved=1&usg=2`, [target]],
    ['google', `/url?sa=t&url=${pct}`, [target]],
    ['google', `/url?q=${encodeURIComponent(`https://www.google.com/url?url=${pct}`)}`, [target]],
    ['google', `/imgres?imgurl=https%3A%2F%2Fimg.test%2Fp.jpg&imgrefurl=${pct}`, [target, 'https://img.test/p.jpg']],
    ['google', 'https://www.google.com/amp/s/a.tv/x?y=1', [target]],
    ['google', 'https://www.google.com/amp/a.tv/x', ['http://a.tv/x']],
    ['google', 'https://a-tv.cdn.ampproject.org/c/s/a.tv/x?y=1', [target]],
    ['google', `https://translate.google.com/translate?sl=en&u=${pct}`, [target]],
    ['google', 'https://a-tv.translate.goog/x?y=1&_x_tr_sl=en&_x_tr_tl=fr', [target]],
    ['google', 'https://one--two-example.translate.goog/', ['https://one-two.example/']],
    ['google', 'https://1-en--us-example.translate.goog/?_x_tr_enc=1', ['https://en-us.example/']],
    ['google', 'https://1-example.translate.goog/?_x_tr_sl=de', ['https://1.example/']],
    [
      'google',
      'https://0-bcher--kva-example.translate.goog/x?_x_tr_enc=0&y=1',
      ['https://xn--bcher-kva.example/x?y=1'],
    ],
    ['google', 'https://0-57hw060o-com.translate.goog/?_x_tr_enc=0', ['https://xn--57hw060o.com/']],
    ['google', 'https://1-0-----16pw588q-com.translate.goog/?_x_tr_enc=0,1', ['https://xn----16pw588q.com/']],
    [
      'google',
      'https://two-example.translate.goog/x?_x_tr_hp=www-one--&_x_tr_sl=de',
      ['https://www.one-two.example/x'],
    ],
    ['google', 'https://57hw060o-com.translate.goog/?_x_tr_enc=0&_x_tr_hp=0-', ['https://xn--57hw060o.com/']],
    ['google', `https://translate.googleusercontent.com/translate_c?depth=1&u=${target}&usg=1`, [target]],
    ['google', 'https://web.archive.org/web/20200101000000/https://a.tv/x?y=1', [target]],
    ['searxng', 'https://web.archive.org/web/https://a.tv/x?y=1', [target]],
    ['google', `https://www.bing.com/aclick?ld=1&u=${base64}`, [target]],
    ['google', `/interstitial?url=${pct}`, [target]],
    ['google', `https://www.google.fr./url?q=${pct}`, [target]],
    ['google', 'https://a.tv./x', ['https://a.tv/x']],
    ['searxng', 'https://archive.ph/https://a.tv/x?y=1', [target]],
    ['searxng', 'https://archive.today/newest/https://a.tv/x?y=1', [target]],
    ['searxng', 'https://archive.is/20200101000000/a.tv/x', ['http://a.tv/x']],
    ['searxng', 'https://archive.md/o/Ab1Cd/https://a.tv/x?y=1', [target]],
    ['searxng', 'https://archive.ph/Ab1Cd', ['https://archive.ph/Ab1Cd']],
    ['yandex', `https://sba.yandex.net/redirect?url=${pct}&sign=1`, [target]],
    ['metager', `https://proxy.metager.de/a?url=${pct}`, [target]],
    ['duckduckgo', `https://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/l/?uddg=${pct}`, [target]],
    ['google', '/search?q=a.tv', []],
    ['google', 'javascript:void(0)', []],
    ['google', 'mailto:a@a.tv', []],
    ['google', 'https://other.example/url?q=https://a.tv', ['https://other.example/url?q=https://a.tv']],
    ['bing', `https://www.bing.com/ck/a?!&&p=1&u=${a1}&ntb=1`, [target]],
    ['bing', 'https://www.bing.com/ck/a?u=a1%%%', []],
    ['bing', `https://www.bing.com/aclick?ld=1&u=${base64}&rlid=1`, [target]],
    ['bing', `/aclk?ld=1&u=${base64}&rlid=1`, [target]],
    ['bing', `http://www.microsofttranslator.com/bv.aspx?ref=SERP&lp=FR_EN&a=${pct}`, [target]],
    ['bing', 'https://a-tv.www.bing-amp.com/c/s/a.tv/x?y=1', [target]],
    ['bing', 'https://bing-amp.com/c/a.tv/x', ['http://a.tv/x']],
    ['yahoo', `https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=${pct}/RK=2/RS=z`, [target]],
    [
      'yahoo',
      `https://video.search.yahoo.com/search/video;_ylt=A?p=x&turl=https%3A%2F%2Fth.test%2F&rurl=${pct}`,
      [target],
    ],
    [
      'yahoo',
      `https://r.search.yahoo.com/rdclks/A/RV=2/RU=${encodeURIComponent(`https://www.bing.com/aclick?ld=1&u=${base64}`)}/RK=2`,
      [target],
    ],
    [
      'yahoo',
      `https://r.search.yahoo.com/cbclk2/A/RV=2/RU=${encodeURIComponent(`https://www.bing.com/ck/a?!&u=${a1}`)}/RK=2`,
      [target],
    ],
    ['aol', `//r.search.aol.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=${pct}/RK=0/RS=z`, [target]],
    ['aol', `https://suche.aol.de/click/_ylt=A/RU=${pct}/RK=0`, [target]],
    ['aol', `https://search.aol.com/click/_ylt=A/RV=2/RU=${pct}/RK=0/RS=z`, [target]],
    ['duckduckgo', `//duckduckgo.com/l/?uddg=${pct}&rut=1`, [target]],
    ['duckduckgo', `https://r.duckduckgo.com/l/?uddg=${pct}`, [target]],
    [
      'duckduckgo',
      `https://duckduckgo.com/y.js?u3=${encodeURIComponent(`https://www.bing.com/aclick?u=${base64}`)}`,
      [target],
    ],
    ['ecosia', `https://www.bing.com/aclick?ld=1&u=${base64}`, [target]],
    ['qwant', `https://www.bing.com/aclick?ld=1&u=${base64}`, [target]],
    ['qwant', `https://lite.qwant.com/redirect/ZGVk==/${base64}?position=2&t=web`, [target]],
    ['qwant', `https://lite.qwant.com/redirect/ZGVk==/${pct}?position=2&t=web`, [target]],
    ['qwant', 'https://lite.qwant.com/redirect/ZGVk==/a%', ['https://lite.qwant.com/redirect/ZGVk==/a%']],
    ['startpage', `https://s13-us2.ixquick-proxy.com/do/spg/highlight.pl?l=english&rid=1&u=${pct}`, [target]],
    ['startpage', `https://us2-browse.startpage.com/av/proxy?ep=1&url=${pct}`, [target]],
    ['yandex', `https://yandex.ru/turbo?text=${pct}`, [target]],
    ['yandex', 'https://a-tv.turbopages.org/a.tv/s/x?y=1', ['http://a.tv/x']],
    ['yandex', 'https://a-tv.turbopages.org/turbo/a.tv/s/x', ['http://a.tv/x']],
    ['yandex', 'https://a-tv.turbopages.org/turbo/s/a.tv/x', ['http://a.tv/x']],
    ['yandex', 'https://yandex.ru/turbo/a.tv/s/x/s/y', ['http://a.tv/x/s/y']],
    ['yandex', 'https://yandex.ru/turbo/s/a.tv/s/y', ['http://a.tv/s/y']],
    ['yandex', 'https://yandex.ru/turbo/s', ['https://yandex.ru/turbo/s']],
    ['yandex', 'https://translated.turbopages.org/proxy_u/en-ru.ru.2385d227-671ad9c2/https/a.tv/x?y=1', [target]],
    ['yandex', `https://hghltd.yandex.net/yandbtm?fmode=inject&url=${pct}&l10n=ru`, [target]],
    ['yandex', `https://yandexwebcache.net/yandbtm?fmode=inject&url=${pct}`, [target]],
  ])('on %s: %s', (id, address, expected) => {
    const page = id in base ? base[id as keyof typeof base] : 'https://engine.example/search?q=x'
    expect(destinations(address, page, engine(id))).toEqual(expected)
  })

  it.each([
    ['baidu', 'http://cache.baiducontent.com/c?m=9f65cb&p=1&user=baidu'],
    ['bing', 'http://cc.bingj.com/cache.aspx?q=words&d=4987&w=a'],
    ['startpage', 'https://ixquick-proxy.com/do/spg/proxy?ep=&edata=&ek='],
  ])('a copy that %s keeps, which is no other site’s: %s', (id, address) => {
    const [copy] = unwrapped(address, new URL('https://engine.example/'), engine(id))
    expect(copy!.outside).toBe(false)
  })

  it('an opaque link of the engine itself, which no order lists', () => {
    expect(
      destinations('http://www.baidu.com/link?url=opaque', 'https://m.baidu.com/s?word=x', engine('baidu')),
    ).toEqual(['http://www.baidu.com/link?url=opaque'])
  })
})

describe('whatever a page writes', () => {
  it('gives web addresses or nothing, and never throws', long, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...engines),
        fc.oneof(fc.string(), fc.webUrl(), fc.webUrl().map(wrapTwice)),
        (one, address) => {
          for (const found of destinations(address, base.google, one)) expect(found).toMatch(/^https?:\/\//)
        },
      ),
    )
  })

  it('wrapped or not, leads to the same', long, () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(destinations(wrapTwice(url), base.google, engine('google'))).toEqual(
          destinations(url, base.google, engine('google')),
        )
      }),
    )
  })

  it('ends, however deep it is wrapped', () => {
    let address = target
    for (let depth = 0; depth < 12; depth++) address = `https://www.google.com/url?q=${encodeURIComponent(address)}`
    expect(destinations(address, base.google, engine('google'))[0]).toMatch(/^https:\/\/www\.google\.com\/url/)
  })

  it('however long it is, leads to its host, and is not unwrapped', () => {
    const long = 'x'.repeat(20_000)
    const hosts = (address: string) =>
      unwrapped(address, new URL(base.google), engine('google')).map(({ host }) => host)
    expect(hosts(`https://a.tv/${long}`)).toEqual(['a.tv'])
    expect(hosts(`https://www.google.com/url?q=${pct}&x=${long}`)).toEqual(['www.google.com'])
    expect(hosts(`data:text/html,${long}`)).toEqual([])
  })

  it.each(['https://constructor.io/', 'https://__proto__.example/', 'https://xn--bcher-kva.example/'])(
    'reads %s',
    (url) => expect(destinations(url, base.google, engine('google'))).toEqual([url]),
  )
})

function wrapTwice(url: string): string {
  return `/url?q=${encodeURIComponent(`https://www.google.com/url?url=${encodeURIComponent(url)}`)}`
}
