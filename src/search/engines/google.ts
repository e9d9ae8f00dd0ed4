import type { Engine } from '../engine.ts'
import { ampPage, parameters, type Wrapping } from '../wrapping.ts'
import { googleDomains } from './google-domains.ts'

/** A page as Google's translator shows it, at a host of its own. */
const translated: Wrapping = {
  at: /^https?:\/\/[\w-]+\.translate\.goog\//,
  to: (url) => {
    const search = url.search.replaceAll(/(?<=[?&])_x_tr_[^&]*&?/g, '').replace(/[?&]$/, '')
    return [`https://${translatedHost(url)}${url.pathname}${search}`]
  },
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

export const engine: Engine = {
  id: 'google',
  name: 'Google',
  operators: ['Google', 'Alphabet'],
  hosts: googleDomains.map((domain) => `*.google.${domain}`),
  paths: ['/search*', '/webhp?q=*', '/webhp?*&q=*', '/scholar?*', '/cse?*'],
  own: /(?:^|\.)(?:google\.(?:[a-z]{2,3})(?:\.[a-z]{2})?|gstatic\.com|googleusercontent\.com|googleadservices\.com)$/,
  results:
    '.MjjYud, .tF2Cxc, div.g, .VkpGBb, .V3FYCf, .xpdopen, block-component, .vt6azd, .Ww4FFb, .Gx5Zad, .ezO2md, .zMzFAb, .ivg-i, .isv-r, .related-question-pair, .SoaBEf, g-inner-card, .WlydOe, .mslg > div, .gs_r, .gsc-webResult',
  pictures: '.isv-r, .ivg-i',
  lists: ['#rso', '#center_col', '#rcnt', '#main', '#search', '#gs_res_ccl_mid', '.gsc-results'],
  attributes: ['data-lpage', 'data-curl', 'data-surl', 'data-pcu', 'data-ru', 'data-ou', 'data-ctorig'],
  wrapped: [
    parameters(/^https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+\/url\?/, 'q', 'url'),
    // Its warning of a harmful site.
    parameters(/^https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+\/interstitial\?/, 'url'),
    parameters(/^https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+\/imgres\?/, 'imgrefurl', 'imgurl'),
    parameters(/^https?:\/\/(?:[\w-]+\.)*(?:google\.[a-z.]+|googleadservices\.com)\/(?:pagead\/)?aclk\?/, 'adurl'),
  ],
  // Since June 2026, of many results: a token that only Google reads.
  opaque: { links: /^(?:https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+)?\/goto\?/, displayed: 'cite, [data-dtld]' },
}

/** Links of its that stand on other engines’ pages, too. */
export const everywhere: Record<string, Wrapping[]> = {
  google: [
    parameters(/^https?:\/\/translate\.google\.[a-z.]+\/(?:translate|website)\?/, 'u'),
    ampPage(/^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\//),
  ],
  googleusercontent: [parameters(/^https?:\/\/translate\.googleusercontent\.com\/translate_c\?/, 'u')],
  goog: [translated],
  ampproject: [ampPage(/^https?:\/\/(?:[\w-]+\.)*cdn\.ampproject\.org\/\w+\//)],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://www.google.com/search?q=words',
  'https://www.google.co.uk/search?q=words&udm=2',
  'https://www.google.com/webhp?q=words',
  'https://scholar.google.com/scholar?q=words',
  'https://cse.google.com/cse?cx=1&q=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = [
  'https://www.google.fr/',
  'https://www.google.fr/webhp?hl=fr',
  'https://www.google.example.com/search?q=words',
]
