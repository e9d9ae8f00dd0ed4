import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'kagi',
  name: 'Kagi',
  operators: ['Kagi'],
  hosts: ['kagi.com'],
  paths: ['/search*', '/html/search*', '/images*', '/videos*', '/news*', '/podcasts*'],
  own: /(?:^|\.)kagi\.com$/,
  results: '._ext_ub_r, .search-result, .sr-group, ._0_image_item',
  lists: ['#main', '._0_main-search-results', 'main'],
  wrapped: [parameters(/^https?:\/\/kagi\.com\/(?:proxy|url|r)\b/, 'url', 'u')],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://kagi.com/search?q=words']
