import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'mojeek',
  name: 'Mojeek',
  operators: ['Mojeek'],
  hosts: ['www.mojeek.com', 'www.mojeek.co.uk'],
  paths: ['/search*'],
  own: /(?:^|\.)mojeek\.(?:com|co\.uk)$/,
  results: 'ul.results-standard > li, .results-extended > li, .infobox',
  lists: ['ul.results-standard', '.results'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://www.mojeek.com/search?q=words']
