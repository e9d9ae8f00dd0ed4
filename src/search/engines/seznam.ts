import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 'seznam',
  name: 'Seznam',
  operators: ['Seznam'],
  hosts: ['search.seznam.cz'],
  paths: ['/*'],
  // Its newspapers and maps are results like others.
  own: /(?:^|\.)(?:search\.seznam\.cz|c\.seznam\.cz|imedia\.cz|szn\.cz)$/,
  results: '.Result, [data-dot=results] > [data-dot-data], .Images-item',
  lists: ['[data-dot=results]', '.Page-results', 'main'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://search.seznam.cz/?q=words', 'https://search.seznam.cz/obrazky/?q=words']

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.seznam.cz/']
