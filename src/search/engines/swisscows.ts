import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'swisscows',
  name: 'Swisscows',
  operators: ['Swisscows', 'Hulbee'],
  hosts: ['swisscows.com', 'swisscows.ch'],
  paths: ['/*?query=*', '/*&query=*'],
  own: /(?:^|\.)swisscows\.(?:com|ch)$/,
  results: '.item-web, .web-results > article, .item--web, .image-results figure, .item-image, .item-news, .item-video',
  lists: ['.web-results', '.image-results', 'main'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://swisscows.com/en/web?query=words',
  'https://swisscows.com/fr/images?region=fr-FR&query=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://swisscows.com/en']
