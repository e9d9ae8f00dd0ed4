import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'baidu',
  name: 'Baidu',
  operators: ['Baidu', '百度'],
  hosts: ['www.baidu.com', 'm.baidu.com', 'image.baidu.com', 'news.baidu.com'],
  paths: ['/s*', '/baidu*', '/from*', '/ns*'],
  own: /(?:^|\.)(?:baidu\.com|baiducontent\.com|bdstatic\.com)$/,
  results: '.result.c-container, .c-container, .c-result',
  lists: ['#content_left', '#results', 'main'],
  attributes: ['mu', 'data-log'],
  opaque: { displayed: '.c-showurl, .c-color-gray' },
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://www.baidu.com/s?wd=words',
  'https://m.baidu.com/s?word=words',
  'https://news.baidu.com/ns?word=words',
  'https://www.baidu.com/baidu?wd=words',
]
