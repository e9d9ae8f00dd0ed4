import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'naver',
  name: 'Naver',
  operators: ['Naver', '네이버'],
  hosts: ['search.naver.com', 'm.search.naver.com'],
  paths: ['/search.naver*', '/p/*'],
  // Its blogs and shops are results like others.
  own: /(?:^|\.)(?:search\.naver\.com|adcr\.naver\.com|pstatic\.net)$/,
  results: 'li.bx, .total_wrap, .fds-web-doc-root, .fds-default-mode > div, [data-template-id=webItem]',
  lists: ['#main_pack', '#ct', '.api_subject_bx'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://search.naver.com/search.naver?query=words',
  'https://m.search.naver.com/search.naver?where=m&query=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.naver.com/', 'https://blog.naver.com/search.naver']
