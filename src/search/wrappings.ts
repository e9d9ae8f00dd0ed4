import { base64Address } from './decoding.ts'
import { parameters, type Wrapping } from './engine.ts'

/**
 * The services that may answer at a host, on every engine: most links lead elsewhere, and need no closer look.
 *
 *   www.google.fr   google
 *   a.tv            none
 */
export function servicesAt(hostname: string): readonly Wrapping[] {
  return services[serviceHosts.exec(hostname)?.[1] ?? ''] ?? []
}

/** `<host>.cdn.ampproject.org/c/s/<host>/<path>`; Bing's also without the first host. */
const ampCache: Wrapping = {
  at: /^https?:\/\/(?:[\w-]+\.)*(?:cdn\.ampproject\.org|bing-amp\.com)\/\w+\/./,
  to: (url) => [ampAddress(url.pathname.replace(/^\/\w+\//, ''), url.search)],
}

const bingTranslator = parameters(/^https?:\/\/(?:www\.)?(?:translatetheweb|microsofttranslator)\.com\//, 'a')

/** `<host, dots as hyphens>.turbopages.org/<host>/s/<path>`; also `/turbo/s/<host>/<path>`, and the same on yandex.ru. */
const turbo: Wrapping = {
  at: /^https?:\/\/(?:[\w-]+\.turbopages\.org\/|(?:[\w-]+\.)*yandex\.[a-z.]+\/turbo\/)./,
  to: (url) => [
    url.pathname.replace(/^\/(?:turbo\/)?(?:[hs]\/([^/]+)|([^/]+)\/[hs])(?=\/|$)/, '$1$2').replace(/^\/.*/, ''),
  ],
}

const yandexCopy = parameters(/^https?:\/\/(?:(?:[\w-]+\.)?yandexwebcache\.net|hghltd\.yandex\.net)\//, 'url')

/**
 * Bing, through which other engines' advertisements lead, and services that show another site's page at an address of
 * their own: translations, caches, AMP. By the name in their host.
 */
const services: Record<string, Wrapping[]> = {
  bing: [
    {
      at: /^https?:\/\/[\w.-]*bing\.com\/(?:ck\/a|aclick|aclk)\?/,
      to: (url) => [base64Address(url.searchParams.get('u'))],
    },
    parameters(/^https?:\/\/[\w.-]*bing\.com\/(?:images|videos)\//, 'purl', 'mediaurl', 'surl'),
    parameters(/^https?:\/\/[\w.-]*bing\.com\/(?:news\/apiclick\.aspx|alink\/link|fd\/ls\/)/, 'url'),
  ],
  'bing-amp': [ampCache],
  microsofttranslator: [bingTranslator],
  translatetheweb: [bingTranslator],
  google: [
    parameters(/^https?:\/\/translate\.google\.[a-z.]+\/(?:translate|website)\?/, 'u'),
    {
      at: /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/./,
      to: (url) => [ampAddress(url.pathname.slice('/amp/'.length), url.search)],
    },
  ],
  googleusercontent: [
    parameters(/^https?:\/\/translate\.googleusercontent\.com\/translate_c\?/, 'u'),
    {
      // q=cache:<id>:<address>+<words>, the id may be missing
      at: /^https?:\/\/webcache\.googleusercontent\.com\/search\?/,
      to: (url) => [/^cache:(?:[\w-]{8,}:)?(\S+)/.exec(url.searchParams.get('q') ?? '')?.[1]],
    },
  ],
  googleweblight: [parameters(/^https?:\/\/(?:www\.)?googleweblight\.com\//, 'u', 'lite_url')],
  goog: [
    {
      at: /^https?:\/\/[\w-]+\.translate\.goog\//,
      to: (url) => {
        const search = url.search.replaceAll(/(?<=[?&])_x_tr_[^&]*&?/g, '').replace(/[?&]$/, '')
        return [`https://${translatedHost(url)}${url.pathname}${search}`]
      },
    },
  ],
  ampproject: [ampCache],
  yandex: [parameters(/^https?:\/\/translate\.yandex\.[a-z.]+\/(?:translate|web)\?/, 'url'), turbo, yandexCopy],
  yandexwebcache: [yandexCopy],
  turbopages: [
    {
      // /proxy_u/<languages and ids>/https/<host>/<path>
      at: /^https?:\/\/translated\.turbopages\.org\/proxy_u\//,
      to: (url) => [(url.pathname + url.search).replace(/^\/proxy_u\/[^/]+\/(https?)\//, '$1://')],
    },
    turbo,
  ],
  archive: [
    {
      // /web/<address>, /web/<time or *>/<address>
      at: /^https?:\/\/web\.archive\.org\/web\/./,
      to: (url) => [/^\/web\/(?:[\d*]+[a-z_]*\/)?(.+)$/s.exec(url.pathname + url.search)?.[1]],
    },
  ],
}

const serviceHosts = new RegExp(String.raw`(?:^|\.)(${Object.keys(services).join('|')})(?:\.[a-z.]+)?$`)

/** `s/host/path` stands for https, `host/path` for http. */
function ampAddress(rest: string, search: string): string {
  return rest.startsWith('s/') ? `https://${rest.slice(2)}${search}` : `http://${rest}${search}`
}

/**
 * The host that `translate.goog` shows, as developers.google.com/search/docs/appearance/ad-network-and-translation says.
 *
 *   one--two-example                           one-two.example
 *   1-en--us-example        _x_tr_enc=1        en-us.example
 *   0-bcher--kva-example    _x_tr_enc=0        xn--bcher-kva.example
 *   two-example             _x_tr_hp=one--     one-two.example: the name was too long for one label
 */
function translatedHost({ hostname, searchParams }: URL): string {
  const encodings = searchParams.get('_x_tr_enc')?.split(',') ?? []
  let host = (searchParams.get('_x_tr_hp') ?? '') + hostname.replace(/\.translate\.goog$/, '')
  if (encodings.includes('1')) host = host.replace(/^1-/, '')
  if (encodings.includes('0')) host = host.replace(/^0-/, 'xn----')
  return host.replaceAll(/\b-\b/g, '.').replaceAll('--', '-')
}
