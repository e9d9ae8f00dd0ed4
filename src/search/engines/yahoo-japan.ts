import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'yahoo-japan',
  name: 'Yahoo! JAPAN',
  operators: ['Yahoo Japan', 'Yahoo! JAPAN', 'LY Corporation'],
  hosts: ['search.yahoo.co.jp'],
  paths: ['/search*', '/image/search*', '/video/search*', '/realtime/search*'],
  own: /(?:^|\.)(?:yahoo\.co\.jp|yimg\.jp)$/,
  results: '.sw-CardBase, .sw-Card, .sw-Thumbnail, .sw-ThumbnailGrid__item',
  lists: ['#contents__wrap', '.Contents__inner', 'main'],
  attributes: ['data-cl-params'],
  wrapped: [parameters(/^https?:\/\/(?:[\w-]+\.)*yahoo\.co\.jp\/(?:r|clear|_ylt)/, 'url', 'RU')],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://search.yahoo.co.jp/search?p=words']
