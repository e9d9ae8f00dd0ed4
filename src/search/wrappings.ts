import { parameters, type Wrapping } from './engine.ts'

/** Hosts of which one may be a service: most links lead elsewhere, and need no closer look. */
export const serviceHosts =
  /(?:^|\.)(?:google\.[a-z.]+|googleusercontent\.com|translate\.goog|ampproject\.org|translatetheweb\.com|yandex\.[a-z.]+|yandexwebcache\.net|turbopages\.org|archive\.org)$/

/** Services that show another site's page at an address of their own: translations, caches, AMP. On every engine. */
export const services: Wrapping[] = [
  parameters(/^https?:\/\/translate\.google\.[a-z.]+\/(?:translate|website)\?/, 'u'),
  parameters(/^https?:\/\/(?:www\.)?translatetheweb\.com\//, 'a'),
  parameters(/^https?:\/\/translate\.yandex\.[a-z.]+\/(?:translate|web)\?/, 'url'),
  parameters(/^https?:\/\/(?:[\w-]+\.)?yandexwebcache\.net\//, 'url'),
  {
    // <host, dots as hyphens, hyphens doubled>.translate.goog
    at: /^https?:\/\/[\w-]+\.translate\.goog\//,
    to: (url) => {
      const host = url.hostname.replace(/\.translate\.goog$/, '').replaceAll(/--|-/g, (s) => (s === '--' ? '-' : '.'))
      const search = url.search.replaceAll(/(?<=[?&])_x_tr_[^&]*&?/g, '').replace(/[?&]$/, '')
      return [`https://${host}${url.pathname}${search}`]
    },
  },
  {
    // <host, dots as hyphens>.turbopages.org/<host>/s/<path>
    at: /^https?:\/\/[\w-]+\.turbopages\.org\/./,
    to: (url) => [url.pathname.replace(/^\/(?:turbo\/)?([^/]+)\/[hs]\//, '$1/').replace(/^\/.*/, '')],
  },
  {
    // q=cache:<id>:<address>+<words>, the id may be missing
    at: /^https?:\/\/webcache\.googleusercontent\.com\/search\?/,
    to: (url) => [/^cache:(?:[\w-]{8,}:)?(\S+)/.exec(url.searchParams.get('q') ?? '')?.[1]],
  },
  {
    // /web/<address>, /web/<time or *>/<address>
    at: /^https?:\/\/web\.archive\.org\/web\/./,
    to: (url) => [/^\/web\/(?:[\d*]+[a-z_]*\/)?(.+)$/s.exec(url.pathname + url.search)?.[1]],
  },
  {
    at: /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/./,
    to: (url) => [ampAddress(url.pathname.slice('/amp/'.length), url.search)],
  },
  {
    at: /^https?:\/\/[\w-]+\.cdn\.ampproject\.org\/\w+\/./,
    to: (url) => [ampAddress(url.pathname.replace(/^\/\w+\//, ''), url.search)],
  },
]

/** `s/host/path` stands for https, `host/path` for http. */
function ampAddress(rest: string, search: string): string {
  return rest.startsWith('s/') ? `https://${rest.slice(2)}${search}` : `http://${rest}${search}`
}
