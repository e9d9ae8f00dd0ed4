import { nameOf, targetKind, valueOf } from '../../order/targets/target.ts'
import { suffixesOf } from '../../order/suffixes.ts'
import type { BareTarget } from './target-in.ts'

/** A target's identity: a domain and the host of the same name are two. */
export function keyOf(target: BareTarget): string {
  if (typeof target === 'string') return target
  return targetKind(target) === 'host' ? `=${valueOf(target)}` : valueOf(target)
}

/**
 * The domain among those listed that covers a target already:
 *
 *   cdn.a.tv             a.tv
 *   {"host": "a.tv"}     a.tv
 *   https://a.tv/films   a.tv
 */
export function coveringDomain(target: BareTarget, isListed: (domain: string) => boolean): string | undefined {
  const name = nameOf(target)
  if (name === undefined) return undefined
  const isDomain = targetKind(target) === 'domain'
  return suffixesOf(name).find((suffix) => !(isDomain && suffix === name) && isListed(suffix))
}
