import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'brave',
  name: 'Brave Search',
  operators: ['Brave'],
  hosts: ['search.brave.com'],
  paths: ['/search*', '/images*', '/news*', '/videos*', '/goggles*'],
  own: /(?:^|\.)(?:search|imgs|cdn)\.(?:search\.)?brave\.com$/,
  results: '.snippet, .image-result, .card[data-type], .carousel .card',
  lists: ['#results', '.image-results', 'main'],
  opaque: { displayed: '.image-metadata-source' },
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://search.brave.com/search?q=words']
