import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'searxng',
  name: 'SearXNG',
  operators: ['SearXNG'],
  // Everybody may run one: see the setting `searxngInstances`.
  hosts: [],
  paths: [],
  own: /^$/,
  results: 'article.result, .result, .answer, .infobox',
  lists: ['#urls', '#results', '#main_results'],
  wrapped: [
    parameters(/^https?:\/\/[^/]+\/(?:image_proxy|url_proxy)\b/, 'url'),
    parameters(/^https?:\/\/[^/]+\/.*[?&]mortyurl=/, 'mortyurl'),
  ],
}

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://search.instance.example/search?q=words']
