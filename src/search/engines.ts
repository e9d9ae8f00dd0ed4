import { base64Address, decoded } from './decoding.ts'
import { parameters, type Engine, type Wrapping } from './engine.ts'
import { googleDomains } from './google-domains.ts'

const yahooOrAol = String.raw`^https?://(?:[\w-]+\.)*(?:search\.yahoo\.com|(?:search|recherche|suche)\.aol\.(?:com|ca|co\.uk|fr|de))/`

/** Yahoo's and AOL's click counters keep the destination between `/RU=` and `/RK=`; of advertisements, Bing's counter. */
const redirectUrl: Wrapping = {
  at: new RegExp(`${yahooOrAol}.*/RU=`),
  to: (url) => [decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1])],
}

/** Pictures and videos lead to a page of Yahoo's or AOL's own, which names the page and the file. */
const yahooMedia = parameters(new RegExp(`${yahooOrAol}.*[?&](?:rurl|imgurl)=`), 'rurl', 'imgurl')

const yandexDomains = 'ru com com.tr by kz uz eu fr com.am com.ge co.il az ee lt lv md tj tm kg'.split(' ')

/** Each selector and link form: as seen on saved pages of 2019 to 2026, or in public parsers of those pages. */
export const engines: Engine[] = [
  {
    id: 'google',
    name: 'Google',
    operators: ['Google', 'Alphabet'],
    hosts: googleDomains.map((domain) => `*.google.${domain}`),
    paths: ['/search*'],
    own: /(?:^|\.)(?:google\.(?:[a-z]{2,3})(?:\.[a-z]{2})?|gstatic\.com|googleusercontent\.com|googleadservices\.com)$/,
    results:
      '.MjjYud, .tF2Cxc, div.g, li.g, .VkpGBb, .V3FYCf, .xpdopen, block-component, .vt6azd, .Ww4FFb, .Gx5Zad, .ezO2md, .zMzFAb, .ivg-i, .isv-r, .related-question-pair, .SoaBEf, g-inner-card, .WlydOe, .mslg > div',
    pictures: '.isv-r, .ivg-i',
    lists: ['#rso', '#center_col', '#rcnt', '#main', '#search'],
    wrapped: [
      parameters(/^https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+\/url\?/, 'q', 'url'),
      parameters(/^https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+\/imgres\?/, 'imgrefurl', 'imgurl'),
      parameters(/^https?:\/\/(?:[\w-]+\.)*(?:google\.[a-z.]+|googleadservices\.com)\/(?:pagead\/)?aclk\?/, 'adurl'),
    ],
    // Since June 2026, of many results: a token that only Google reads.
    opaque: { links: /^(?:https?:\/\/(?:[\w-]+\.)*google\.[a-z.]+)?\/goto\?/, displayed: 'cite, [data-dtld]' },
  },
  {
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
    // How it wraps its links is known on every engine: its advertisements stand on others, too.
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    operators: ['Yahoo'],
    hosts: ['*.search.yahoo.com'],
    paths: ['/*'],
    own: /(?:^|\.)(?:yahoo\.com|yimg\.com|bingj\.com)$/,
    results: '.algo-sr, .algo, .compImageProfile, .ld, .vr, .NewsArticle, .searchCenterMiddle > li',
    lists: ['.searchCenterMiddle', '#web', '#main', '#results'],
    wrapped: [redirectUrl, yahooMedia],
  },
  {
    id: 'orange',
    name: 'Orange',
    operators: ['Orange', 'France Télécom'],
    hosts: ['lemoteur.orange.fr', 'moteur.orange.fr', 'recherche.orange.fr'],
    paths: ['/*'],
    own: /(?:^|\.)(?:orange\.fr|ke\.voila\.fr)$/,
    results: 'div.entry, li.entry, article.result, .result',
    lists: ['#results', '#resultats', 'main', '#content'],
    wrapped: [parameters(/^https?:\/\/(?:\w+\.)*orange\.fr\//, 'url', 'u', 'rurl')],
    opaque: { displayed: '.ellipsisLine' },
  },
  {
    id: 'duckduckgo',
    name: 'DuckDuckGo',
    operators: ['DuckDuckGo', 'Duck Duck Go'],
    hosts: ['*.duckduckgo.com'],
    // Some words have an address of their own: /Some_Words?ia=web
    paths: ['/?*', '/*?ia=*', '/*&ia=*', '/html*', '/lite*'],
    own: /(?:^|\.)duckduckgo\.com$/,
    results:
      '[data-testid=web-vertical] li, article[data-testid=result], .result, .tile, [data-testid=zci-images] figure',
    rows: 'tr',
    lists: ['[data-testid=web-vertical]', '.react-results--main', '#links', '.filters > table', 'table'],
    wrapped: [
      parameters(/^https?:\/\/(?:[\w-]+\.)*duckduckgo\.com\/l\//, 'uddg'),
      parameters(/^https?:\/\/(?:[\w-]+\.)*duckduckgo\.com\/y\.js/, 'u3', 'ad_domain'),
    ],
  },
  {
    id: 'qwant',
    name: 'Qwant',
    operators: ['Qwant'],
    hosts: ['*.qwant.com'],
    paths: ['/*'],
    own: /(?:^|\.)qwant\.com$/,
    results:
      '[data-testid=webResult], [data-testid=imageResult], [data-testid=videoResult], [data-testid=videosList] > a, [data-testid=newsResult], [data-testid=newsCardSerp]',
    lists: ['[data-testid=sectionWeb]', '[data-testid=containerWeb]', 'main'],
    wrapped: [
      {
        // lite.qwant.com/redirect/<sum>/<address, or base64 of it>
        at: /^https?:\/\/(?:[\w-]+\.)*qwant\.com\/redirect\/[^/]+\/./,
        to: (url) => {
          const address = url.pathname.replace(/^\/redirect\/[^/]+\//, '')
          return [/^https?(?::|%3A)/i.test(address) ? decoded(address) : base64Address(address)]
        },
      },
      parameters(/^https?:\/\/(?:[\w-]+\.)*qwant\.com\/(?:redirect|r)\b/, 'url', 'u'),
    ],
  },
  {
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
  },
  {
    id: 'brave',
    name: 'Brave Search',
    operators: ['Brave'],
    hosts: ['search.brave.com'],
    paths: ['/search*', '/images*', '/news*', '/videos*', '/goggles*'],
    own: /(?:^|\.)(?:search|imgs|cdn)\.(?:search\.)?brave\.com$/,
    results: '.snippet, .image-result, .card[data-type], .carousel .card',
    lists: ['#results', '.image-results', 'main'],
    opaque: { displayed: '.image-metadata-source' },
  },
  {
    id: 'startpage',
    name: 'Startpage',
    operators: ['Startpage', 'Surfboard'],
    hosts: ['*.startpage.com'],
    paths: ['/do/*', '/sp/*', '/rvd/*'],
    own: /(?:^|\.)(?:startpage|ixquick-proxy)\.com$/,
    results: ':is(.w-gl, .w-bg) > .result, .w-gl__result, .web_regular_results > li, .image-container, .vo-sp__link',
    lists: [':is(.w-gl, .w-bg)', '.mainline-results', '.web_regular_results', 'main'],
    wrapped: [
      parameters(/^https?:\/\/(?:[\w-]+\.)*ixquick-proxy\.com\//, 'u'),
      parameters(/^https?:\/\/[\w-]*browse\.startpage\.com\//, 'url', 'u', 'eu'),
      parameters(/^https?:\/\/[\w.-]*startpage\.com\/(?:cgi-bin|av|do)\/.*[?&](?:url|cpid|piurl)=/, 'url', 'piurl'),
    ],
  },
  {
    id: 'yandex',
    name: 'Yandex',
    operators: ['Yandex', 'Яндекс'],
    hosts: [...yandexDomains.map((domain) => `*.yandex.${domain}`), 'ya.ru'],
    paths: ['/search*', '/yandsearch*', '/images*', '/video*', '/touch/search*'],
    own: /(?:^|\.)(?:yandex\.(?:com?\.)?[a-z]{2,3}|ya\.ru|yastatic\.net)$/,
    results: 'li.serp-item, .serp-item, .Organic, .VideoSnippet, .SerpItem',
    lists: ['#search-result', '.serp-list', '.content__left', 'main'],
    wrapped: [
      parameters(/^https?:\/\/(?:[\w-]+\.)*yandex\.[a-z.]+\/turbo\b/, 'text'),
      parameters(
        /^https?:\/\/(?:[\w-]+\.)*yandex\.[a-z.]+\/(?:clck|images|video|preview)/,
        'url',
        'img_url',
        'text_url',
      ),
    ],
  },
  {
    id: 'baidu',
    name: 'Baidu',
    operators: ['Baidu', '百度'],
    hosts: ['www.baidu.com', 'm.baidu.com', 'image.baidu.com', 'news.baidu.com'],
    paths: ['/s*', '/baidu*', '/from*', '/ns*'],
    own: /(?:^|\.)(?:baidu\.com|baiducontent\.com|bdstatic\.com)$/,
    results: '.result.c-container, .c-container, .c-result',
    lists: ['#content_left', '#results', 'main'],
    opaque: { displayed: '.c-showurl, .c-color-gray' },
  },
  {
    id: 'mojeek',
    name: 'Mojeek',
    operators: ['Mojeek'],
    hosts: ['www.mojeek.com', 'www.mojeek.co.uk'],
    paths: ['/search*'],
    own: /(?:^|\.)mojeek\.(?:com|co\.uk)$/,
    results: 'ul.results-standard > li, .results-extended > li, .infobox',
    lists: ['ul.results-standard', '.results'],
  },
  {
    id: 'aol',
    name: 'AOL',
    operators: ['AOL'],
    hosts: ['*.search.aol.com', 'search.aol.ca', 'search.aol.co.uk', 'recherche.aol.fr', 'suche.aol.de'],
    paths: ['/*'],
    own: /(?:^|\.)(?:aol\.(?:com|ca|co\.uk|fr|de)|bingj\.com)$/,
    results: '.algo-sr, .algo, .compImageProfile, .ld, .vr',
    lists: ['.searchCenterMiddle', '#web', '#main'],
    wrapped: [redirectUrl, yahooMedia],
  },
  {
    id: 'kagi',
    name: 'Kagi',
    operators: ['Kagi'],
    hosts: ['kagi.com'],
    paths: ['/search*', '/html/search*', '/images*', '/videos*', '/news*', '/podcasts*'],
    own: /(?:^|\.)kagi\.com$/,
    results: '._ext_ub_r, .search-result, .sr-group, ._0_image_item',
    lists: ['#main', '._0_main-search-results', 'main'],
    wrapped: [parameters(/^https?:\/\/kagi\.com\/(?:proxy|url|r)\b/, 'url', 'u')],
  },
  {
    id: 'yahoo-japan',
    name: 'Yahoo! JAPAN',
    operators: ['Yahoo Japan', 'Yahoo! JAPAN', 'LY Corporation'],
    hosts: ['search.yahoo.co.jp'],
    paths: ['/search*', '/image/search*', '/video/search*', '/realtime/search*'],
    own: /(?:^|\.)(?:yahoo\.co\.jp|yimg\.jp)$/,
    results: '.sw-CardBase, .sw-Card, .sw-Thumbnail, .sw-ThumbnailGrid__item',
    lists: ['#contents__wrap', '.Contents__inner', 'main'],
    wrapped: [
      {
        // Until about 2018: /r/FOR=<…>/SIG=<…>/EXP=<time>/**<address>
        at: /^https?:\/\/search\.yahoo\.co\.jp\/r\/.*\/\*\*http/,
        to: (url) => [decoded(/\/\*\*(.+)/.exec(url.pathname + url.search)?.[1])],
      },
      parameters(/^https?:\/\/(?:[\w-]+\.)*yahoo\.co\.jp\/(?:r|clear|_ylt)/, 'url', 'RU'),
    ],
  },
  {
    id: 'searxng',
    name: 'SearXNG',
    operators: ['SearXNG'],
    // Everybody may run one: see the setting `searxngInstances`.
    hosts: [],
    paths: [],
    own: /^$/,
    results: 'article.result, .result, .answer, .infobox',
    lists: ['#urls', '#results', '#main_results'],
    wrapped: [
      parameters(/^https?:\/\/[^/]+\/(?:image_proxy|url_proxy)\b/, 'url'),
      parameters(/^https?:\/\/[^/]+\/.*[?&]mortyurl=/, 'mortyurl'),
    ],
  },
]
