import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
  id: 'metager',
  name: 'MetaGer',
  operators: ['MetaGer', 'SUMA-EV'],
  hosts: ['metager.org', 'metager.de', 'www.metager.org', 'www.metager.de'],
  paths: ['/meta/*', '/*/meta/*'],
  own: /(?:^|\.)metager\.(?:org|de)$/,
  results: '.result, .image',
  lists: ['#results', '#results-container', 'main'],
  // It shows pages through a proxy of its own.
  wrapped: [parameters(/^https?:\/\/proxy\.metager\.(?:org|de)\/.*[?&]url=/, 'url')],
}

/** Addresses of its result pages, for the tests. */
export const resultPages = [
  'https://metager.org/meta/meta.ger3?eingabe=words',
  'https://metager.de/de-DE/meta/meta.ger3?eingabe=words',
]

/** Addresses that look like its own, for the tests. */
export const otherPages = ['https://metager.org/']
