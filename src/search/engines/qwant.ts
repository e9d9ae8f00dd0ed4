import { base64Address, decoded } from '../decoding.ts'
import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'qwant',
  name: 'Qwant',
  operators: ['Qwant'],
  hosts: ['*.qwant.com'],
  paths: ['/*'],
  own: /(?:^|\.)qwant\.com$/,
  results:
    '[data-testid=webResult], [data-testid=imageResult], [data-testid=videoResult], [data-testid=videosList] > a, [data-testid=newsResult], [data-testid=newsCardSerp]',
  lists: ['[data-testid=sectionWeb]', '[data-testid=containerWeb]', 'main'],
  attributes: ['domain'],
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
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://www.qwant.com/?q=words&t=web', 'https://lite.qwant.com/?q=words']
