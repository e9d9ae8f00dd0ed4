import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'ask',
  name: 'Ask',
  operators: ['Ask', 'Ask.com', 'IAC'],
  hosts: ['*.ask.com'],
  paths: ['/web*', '/images*', '/news*', '/youtube*'],
  own: /(?:^|\.)ask\.com$/,
  results: '.PartialSearchResults-item, .result, .PartialImageResults-item',
  lists: ['.PartialSearchResults-body', '.l-mid-content', '.results', 'main'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://www.ask.com/web?q=words', 'https://uk.ask.com/web?q=words']

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.ask.com/', 'https://www.task.com/web?q=words']
