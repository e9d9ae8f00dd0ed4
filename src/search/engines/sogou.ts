import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'sogou',
  name: 'Sogou',
  operators: ['Sogou', '搜狗'],
  hosts: ['www.sogou.com', 'm.sogou.com', 'pic.sogou.com', 'news.sogou.com'],
  paths: ['/web*', '/sogou*', '/pics*', '/news*', '/link*'],
  own: /(?:^|\.)(?:sogou\.com|sogoucdn\.com)$/,
  results: '.vrwrap, .rb, .vrResult, .figure-result-list > li',
  lists: ['.results', '#main', '.figure-result-list'],
  opaque: { links: /^(?:https?:\/\/(?:\w+\.)?sogou\.com)?\/link\?/, displayed: 'cite, .citeurl, .citeLinkClass' },
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://www.sogou.com/web?query=words',
  'https://m.sogou.com/web/searchList.jsp?keyword=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.sogou.com/']
