import type { Engine } from '../engine.ts'
import { yahooLinks } from './yahoo.ts'

export const engine: Engine = {
  id: 'aol',
  name: 'AOL',
  operators: ['AOL'],
  hosts: ['*.search.aol.com', 'search.aol.ca', 'search.aol.co.uk', 'recherche.aol.fr', 'suche.aol.de'],
  paths: ['/*'],
  own: /(?:^|\.)(?:aol\.(?:com|ca|co\.uk|fr|de)|bingj\.com)$/,
  results: '.algo-sr, .algo, .compImageProfile, .ld, .vr',
  lists: ['.searchCenterMiddle', '#web', '#main'],
  wrapped: yahooLinks,
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://search.aol.com/aol/search?q=words',
  'https://recherche.aol.fr/aol/search?q=words',
  'https://suche.aol.de/aol/search?q=words',
  'https://search.aol.co.uk/aol/search?q=words',
  'https://search.aol.ca/aol/search?q=words',
]
