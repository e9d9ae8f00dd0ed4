import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: '360',
  name: '360',
  operators: ['360', 'Qihoo', '奇虎'],
  hosts: ['www.so.com', 'm.so.com', 'image.so.com', 'news.so.com', 'video.so.com'],
  paths: ['/s?*', '/i?*', '/ns?*', '/v?*'],
  own: /(?:^|\.)(?:so\.com|haosou\.com|qhimg\.com|qhmsg\.com)$/,
  results: 'li.res-list, .res-list, .g-card',
  lists: ['ul.result', '#main', '.r-results'],
  attributes: ['data-mdurl', 'data-pcurl'],
  opaque: { links: /^(?:https?:\/\/(?:\w+\.)?so\.com)?\/link\?/, displayed: 'cite, .res-show-url' },
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://www.so.com/s?q=words',
  'https://m.so.com/s?q=words',
  'https://image.so.com/i?q=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.so.com/', 'https://www.so.com/link?m=a']
