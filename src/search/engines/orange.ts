import type { Engine } from '../engine.ts'
import { parameters } from '../wrapping.ts'

export const engine: Engine = {
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
}

/** Addresses of its result pages, for the tests. */
export const resultPages = ['https://lemoteur.orange.fr/?kw=words']
