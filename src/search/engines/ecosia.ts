import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'ecosia',
  name: 'Ecosia',
  operators: ['Ecosia'],
  hosts: ['www.ecosia.org'],
  paths: ['/search*', '/images*', '/news*', '/videos*'],
  own: /(?:^|\.)ecosia\.(?:org|co)$/,
  results: '.mainline__result-wrapper, .result, .image-result, .video-result, .news-result',
  pictures: '.image-result',
  lists: ['.mainline', '.images-wrapper', '.image-feed', 'main'],
  wrapped: [parameters(/^https?:\/\/(?:[\w-]+\.)*ecosia\.org\/(?:r|link|out)\b/, 'url', 'u')],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://www.ecosia.org/search?q=words', 'https://www.ecosia.org/images?q=words']
