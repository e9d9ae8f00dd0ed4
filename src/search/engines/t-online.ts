import type { Engine } from '../engine.ts'

export const engine: Engine = {
  id: 't-online',
  name: 'T-Online',
  operators: ['T-Online', 'Ströer'],
  hosts: ['suche.t-online.de'],
  paths: ['/*'],
  // Its newspaper is a result like others.
  own: /(?:^|\.)(?:suche\.t-online\.de|toi\.de)$/,
  results: '.result, .doc, .tile',
  lists: ['#results', '.results', 'main'],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://suche.t-online.de/web?q=words', 'https://suche.t-online.de/fast-cgi/tsc?q=words']

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://www.t-online.de/']
