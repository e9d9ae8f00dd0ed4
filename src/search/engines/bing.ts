import { base64Address } from '../decoding.ts'
import type { Engine } from '../engine.ts'
import { ampPage, parameters, type Wrapping } from '../wrapping.ts'

const translator = parameters(/^https?:\/\/(?:www\.)?(?:translatetheweb|microsofttranslator)\.com\//, 'a')

export const engine: Engine = {
  id: 'bing',
  name: 'Bing',
  operators: ['Bing', 'Microsoft'],
  hosts: ['*.bing.com'],
  paths: [
    '/search*',
    '/copilotsearch*',
    '/images/search*',
    '/videos/search*',
    '/videos/riverview/relatedvideo*',
    '/news/search*',
    '/shop*',
  ],
  own: /(?:^|\.)(?:bing\.(?:com|net)|bingj\.com)$/,
  results: 'li.b_algo, .b_ans .b_vList > li, .iuscp, .mc_vtvc, .news-card, .newscard, .b_slidebar > .slide, .b_ad li',
  pictures: '.iuscp',
  lists: ['#b_results', '#vm_res', '#mmComponent_images_1', '#algocore', '#b_content'],
  attributes: ['m', 'mu', 'ourl', 'vrhm', 'mmeta', 'data-link'],
}

/** Links of its that stand on other engines’ pages, too. */
export const everywhere: Record<string, Wrapping[]> = {
  bing: [
    {
      at: /^https?:\/\/[\w.-]*bing\.com\/(?:ck\/a|aclick|aclk)\?/,
      to: (url) => [base64Address(url.searchParams.get('u'))],
    },
    parameters(/^https?:\/\/[\w.-]*bing\.com\/(?:images|videos)\//, 'purl', 'mediaurl', 'surl'),
    parameters(/^https?:\/\/[\w.-]*bing\.com\/(?:news\/apiclick\.aspx|alink\/link|fd\/ls\/)/, 'url'),
  ],
  'bing-amp': [ampPage(/^https?:\/\/(?:[\w-]+\.)*bing-amp\.com\/\w+\//)],
  microsofttranslator: [translator],
  translatetheweb: [translator],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://www.bing.com/search?q=words',
  'https://cn.bing.com/images/search?q=words',
  'https://www.bing.com/copilotsearch?q=words',
  'https://www.bing.com/videos/riverview/relatedvideo?q=words&mid=1',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://notbing.com/search?q=words']
