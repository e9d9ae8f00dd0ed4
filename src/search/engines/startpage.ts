import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'startpage',
  name: 'Startpage',
  operators: ['Startpage', 'Surfboard'],
  hosts: ['*.startpage.com'],
  paths: ['/do/*', '/sp/*', '/rvd/*'],
  own: /(?:^|\.)(?:startpage|ixquick-proxy)\.com$/,
  results: ':is(.w-gl, .w-bg) > .result, .w-gl__result, .web_regular_results > li, .image-container, .vo-sp__link',
  lists: [':is(.w-gl, .w-bg)', '.mainline-results', '.web_regular_results', 'main'],
  attributes: ['data-img-metadata'],
  wrapped: [
    parameters(/^https?:\/\/(?:[\w-]+\.)*ixquick-proxy\.com\//, 'u'),
    parameters(/^https?:\/\/[\w-]*browse\.startpage\.com\//, 'url', 'u', 'eu'),
    parameters(/^https?:\/\/[\w.-]*startpage\.com\/(?:cgi-bin|av|do)\/.*[?&](?:url|cpid|piurl)=/, 'url', 'piurl'),
  ],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://www.startpage.com/do/search?query=words', 'https://www.startpage.com/sp/search']
