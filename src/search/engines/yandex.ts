import type { Engine } from '../engine.ts'
import { parameters, type Wrapping } from '../wrapping.ts'

const domains = 'ru com com.tr by kz uz eu fr com.am com.ge co.il az ee lt lv md tj tm kg'.split(' ')

/** `<host, dots as hyphens>.turbopages.org/<host>/s/<path>`; also `/turbo/s/<host>/<path>`, and the same on yandex.ru. */
const turbo: Wrapping = {
  at: /^https?:\/\/(?:[\w-]+\.turbopages\.org\/|(?:[\w-]+\.)*yandex\.[a-z.]+\/turbo\/)./,
  to: (url) => [
    url.pathname.replace(/^\/(?:turbo\/)?(?:[hs]\/([^/]+)|([^/]+)\/[hs])(?=\/|$)/, '$1$2').replace(/^\/.*/, ''),
  ],
}

const copy = parameters(/^https?:\/\/(?:(?:[\w-]+\.)?yandexwebcache\.net|hghltd\.yandex\.net)\//, 'url')

export const engine: Engine = {
  id: 'yandex',
  name: 'Yandex',
  operators: ['Yandex', 'Яндекс'],
  hosts: [...domains.map((domain) => `*.yandex.${domain}`), 'ya.ru'],
  paths: ['/search*', '/yandsearch*', '/images*', '/video*', '/touch/search*'],
  own: /(?:^|\.)(?:yandex\.(?:com?\.)?[a-z]{2,3}|ya\.ru|yastatic\.net)$/,
  results: 'li.serp-item, .serp-item, .Organic, .VideoSnippet, .SerpItem',
  lists: ['#search-result', '.serp-list', '.content__left', 'main'],
  // Nearly all elements have it, and few tell of a result.
  attributes: ['data-bem*=snippet'],
  wrapped: [
    parameters(/^https?:\/\/(?:[\w-]+\.)*yandex\.[a-z.]+\/turbo\b/, 'text'),
    parameters(/^https?:\/\/(?:[\w-]+\.)*yandex\.[a-z.]+\/(?:clck|images|video|preview)/, 'url', 'img_url', 'text_url'),
  ],
}

/** Links of its that stand on other engines’ pages, too. */
export const everywhere: Record<string, Wrapping[]> = {
  yandex: [
    parameters(/^https?:\/\/sba\.yandex\.net\/redirect\?/, 'url'),
    parameters(/^https?:\/\/translate\.yandex\.[a-z.]+\/(?:translate|web)\?/, 'url'),
    turbo,
    copy,
  ],
  yandexwebcache: [copy],
  turbopages: [
    {
      // /proxy_u/<languages and ids>/https/<host>/<path>
      at: /^https?:\/\/translated\.turbopages\.org\/proxy_u\//,
      to: (url) => [(url.pathname + url.search).replace(/^\/proxy_u\/[^/]+\/(https?)\//, '$1://')],
    },
    turbo,
  ],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://yandex.com/search/?text=words',
  'https://yandex.com.tr/search/?text=words',
  'https://yandex.ru/yandsearch?text=words',
  'https://yandex.co.il/search/?text=words',
  'https://yandex.ee/search/?text=words',
  'https://ya.ru/search/?text=words',
]
