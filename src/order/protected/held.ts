import type { Order, Target } from '../order.ts'
import { nameOf, valueOf } from '../targets/target.ts'
import { finderOf } from './finder.ts'
import { protectedHit, type ProtectedKind } from './protected.ts'
import { parseUrl } from '../../parse-url.ts'

/** An entry of an order that is not enforced until somebody acknowledges it by name. */
export interface HeldEntry {
  /** As the order lists it: `google.com`. */
  value: string
  /** The host that it would block. */
  host: string
  /** Kind of that host; `source` is the order's own, and Writ itself needs a `service`. */
  kind: ProtectedKind | 'source' | 'service'
}

/**
 * The entries of an order that would block a protected host, the order's own court or source, or one of the `services`, and
 * that the order does not acknowledge itself. One entry each, wherever the order lists it.
 *
 * @param services hosts that Writ needs: where its updates come from
 */
export function heldEntries(order: Order, services: readonly string[] = []): HeldEntry[] {
  const held = new Map<string, HeldEntry>()
  for (const { entry } of heldPlaces(order, services)) held.set(entry.value, entry)
  return [...held.values()]
}

/** The same, each with its place in the document. */
export function* heldPlaces(
  order: Order,
  services: readonly string[] = [],
): Generator<{ path: string; entry: HeldEntry }> {
  const acknowledged = new Set(order.ack)
  const ownHit = finderOf<HeldEntry['kind']>([
    { kind: 'service', hosts: services },
    { kind: 'source', hosts: sourceHosts(order) },
  ])
  for (const [path, targets] of placesOf(order))
    for (const [at, target] of targets.entries()) {
      const hit = protectedHit(target) ?? ownHit(target)
      if (hit && !acknowledged.has(nameOf(target)!))
        yield { path: `${path}[${at}]`, entry: { value: valueOf(target), ...hit } }
    }
}

/** Every list of targets that a measure is over, with its place. */
export function placesOf({ targets, measures }: Order): [path: string, targets: readonly Target[]][] {
  const own = measures.map(({ targets: list = [] }, at): [string, readonly Target[]] => [
    `measures[${at}].targets`,
    list,
  ])
  return [['targets', targets], ...own]
}

/** The hosts on which a reader finds what was decided, and how to contest it. */
function sourceHosts({ decisions, legalBasis, contest, sources }: Order): string[] {
  const links = [...decisions, ...legalBasis, ...sources, ...contest].map(({ url }) => url)
  return [...new Set(links.flatMap((url) => parseUrl(url ?? '')?.hostname ?? []))]
}
