import type { Order, Target } from '../../order/order.ts'
import { isObject } from '../../order/reading/reader.ts'
import type { Judged } from './judge.ts'
import { keyOf } from './known.ts'
import type { ListedTarget } from './listed-target.ts'

/** The targets of an order that count without an end: a lifted one can be listed again. */
export function countingNow({ targets }: Pick<Order, 'targets'>): Target[] {
  return targets.filter((target) => typeof target === 'string' || target.liftedOn === undefined)
}

/** Changes of an order's list, as its document will have them. */
export interface Change {
  targets: unknown[]
  /** Targets that were there before and are lifted now. */
  liftedNow: number
}

/**
 * The targets of a document with what a file adds. Where the file says that a target of the document is lifted, that target
 * gets its end; whatever else the document says of it stays.
 *
 * @param written the document's own targets, of which `order` is what they mean
 */
export function addedTo(written: readonly unknown[], { targets }: Pick<Order, 'targets'>, judged: Judged): Change {
  const ends = new Map(judged.lifted.map((target) => [keyOf(target), target]))
  const ended = new Set<ListedTarget>()
  const kept = written.map((one, at) => {
    const target = targets[at]
    if (target === undefined || (typeof target !== 'string' && target.liftedOn !== undefined)) return one
    const end = ends.get(keyOf(target))
    const addedOn = typeof target === 'string' ? undefined : target.addedOn
    if (!end || (addedOn !== undefined && end.liftedOn < addedOn.slice(0, 10))) return one
    ended.add(end)
    return { ...(isObject(one) ? one : { domain: one }), liftedOn: end.liftedOn }
  })
  const known = new Set(targets.flatMap((target) => (typeof target === 'string' ? [] : liftedKey(target))))
  const others = judged.lifted.filter((target) => !ended.has(target) && !known.has(liftedKey(target)[0]!))
  return { targets: [...kept, ...others, ...judged.taken], liftedNow: ended.size }
}

function liftedKey(target: Exclude<ListedTarget, string> | Exclude<Target, string>): string[] {
  return target.liftedOn === undefined ? [] : [`${keyOf(target)} ${target.liftedOn}`]
}

/** The list that takes the place of a document's. */
export function replacedBy(judged: Judged): unknown[] {
  return [...judged.lifted, ...judged.taken]
}
