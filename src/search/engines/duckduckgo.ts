import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'duckduckgo',
  name: 'DuckDuckGo',
  operators: ['DuckDuckGo', 'Duck Duck Go'],
  hosts: ['*.duckduckgo.com', 'duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion'],
  // Some words have an address of their own: /Some_Words?ia=web
  paths: ['/?*', '/*?ia=*', '/*&ia=*', '/html*', '/lite*'],
  own: /(?:^|\.)duckduckgo(?:\.com|gg42\w+\.onion)$/,
  results:
    '[data-testid=web-vertical] li, article[data-testid=result], .result, .tile, [data-testid=zci-images] figure',
  rows: 'tr',
  lists: ['[data-testid=web-vertical]', '.react-results--main', '#links', '.filters > table', 'table'],
  wrapped: [
    parameters(/^https?:\/\/(?:[\w-]+\.)*duckduckgo(?:\.com|\w+\.onion)\/l\//, 'uddg'),
    parameters(/^https?:\/\/(?:[\w-]+\.)*duckduckgo(?:\.com|\w+\.onion)\/y\.js/, 'u3', 'ad_domain'),
  ],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/?q=words',
  'https://duckduckgo.com/?q=words',
  'https://lite.duckduckgo.com/lite/?q=words',
  'https://html.duckduckgo.com/html/?q=words',
  'https://duckduckgo.com/Some_Words?ia=web',
  'https://duckduckgo.com/Some_Words?t=h_&iax=images&ia=images',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://duckduckgo.com/about']
