import type { OrderRecord } from './record.ts'

/**
 * The relation of an arriving document to the one of the same id that is kept:
 *
 *   new        there is none
 *   same       the same text, to the letter
 *   newer      a higher version
 *   rewritten  the same version with another text: versions grow with each edit, so one of the two is a mistake
 *   older      a lower version: it could bring back what a later one lifted
 */
export type Relation = 'new' | 'same' | 'newer' | 'rewritten' | 'older'

export interface Comparison {
  relation: Relation
  /** The one whose place it would take. */
  kept?: OrderRecord
  /** Twice as many names or more, or half as many or fewer: worth a look before it is applied. */
  jump: boolean
  /** An administrator's order of the same id stands before it: it would be kept and not listed. */
  behindPolicy: boolean
}

/** Fewer names more or less are no jump, whatever the ratio. */
const fewNames = 10

/** @param records those that are kept, or of them those with the id of `arriving` */
export function compare(arriving: OrderRecord, records: readonly OrderRecord[]): Comparison {
  const sameId = records.filter(({ order }) => order.id === arriving.order.id)
  const from = (provenance: OrderRecord['provenance']) => sameId.find((record) => record.provenance === provenance)
  const kept = from('user') ?? from('bundled')
  return {
    relation: kept ? relationOf(arriving, kept) : 'new',
    ...(kept ? { kept } : {}),
    jump: kept !== undefined && isJump(kept.order.targetCount, arriving.order.targetCount),
    behindPolicy: from('policy') !== undefined,
  }
}

function relationOf(arriving: OrderRecord, kept: OrderRecord): Relation {
  if (arriving.digest === kept.digest) return 'same'
  if (arriving.order.version === kept.order.version) return 'rewritten'
  return arriving.order.version > kept.order.version ? 'newer' : 'older'
}

function isJump(before: number, after: number): boolean {
  return Math.abs(after - before) >= fewNames && (after >= 2 * before || after <= before / 2)
}
