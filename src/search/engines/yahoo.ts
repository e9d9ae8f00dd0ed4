import { decoded } from '../decoding.ts'
import type { Engine } from '../engine.ts'
import { parameters, type Wrapping } from '../wrapping.ts'

const yahooOrAol = String.raw`^https?://(?:[\w-]+\.)*(?:search\.yahoo\.com|(?:search|recherche|suche)\.aol\.(?:com|ca|co\.uk|fr|de))/`

/** The click counters of Yahoo and AOL: the destination, of advertisements Bing's counter, is between `/RU=` and `/RK=`. */
const redirectUrl: Wrapping = {
  at: new RegExp(`${yahooOrAol}.*/RU=`),
  to: (url) => [decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1])],
}

/** Pictures and videos lead to a page of Yahoo's or AOL's own, which names the page and the file. */
const media = parameters(new RegExp(`${yahooOrAol}.*[?&](?:rurl|imgurl)=`), 'rurl', 'imgurl')

export const yahooLinks = [redirectUrl, media]

export const engine: Engine = {
  id: 'yahoo',
  name: 'Yahoo',
  operators: ['Yahoo'],
  hosts: ['*.search.yahoo.com'],
  paths: ['/*'],
  own: /(?:^|\.)(?:yahoo\.com|yimg\.com|bingj\.com)$/,
  results: '.algo-sr, .algo, .compImageProfile, .ld, .vr, .NewsArticle, .searchCenterMiddle > li',
  lists: ['.searchCenterMiddle', '#web', '#main', '#results'],
  wrapped: yahooLinks,
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://search.yahoo.com/search?p=words', 'https://fr.search.yahoo.com/search?p=words']
