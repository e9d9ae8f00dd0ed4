import type { Facts } from '../../../../../../src/import/draft.ts'

/**
 * An id made of what is known, as orders have them:
 *
 *   FR, 2013-11-28, "AlloStreaming"   fr-2013-allostreaming
 */
export function suggestedId({ jurisdiction = '', date = '', title = '' }: Facts): string {
  const plain = `${jurisdiction}-${date.slice(0, 4)}-${title}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
