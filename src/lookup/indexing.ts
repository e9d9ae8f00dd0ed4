import type { Target } from '../order/order.ts'
import type { PlacedTarget } from '../order/targets.ts'
import type { Entry, PageWriter } from './name-pages.ts'

/** Writes the entries of one order, `order` being its place in the index. IP addresses have no names and are left out. */
export function addTargets(writer: PageWriter, order: number, targets: Iterable<PlacedTarget>): void {
  let position = 0
  for (const { target, effects, from, until } of targets) {
    const entry: Entry = { order, position: position++, block: effects.block, delist: effects.delist }
    if (from !== undefined) entry.from = from
    if (until !== undefined) entry.until = until
    const name = indexedName(target)
    if (name === undefined) continue
    writer.add(name, typeof target === 'object' && 'url' in target ? { ...entry, url: target.url } : entry)
  }
}

/** The name under which a target is looked up: of a URL its host. An IP address has none. */
export function indexedName(target: Target): string | undefined {
  if (typeof target === 'string') return target
  if ('domain' in target) return target.domain
  return 'url' in target ? new URL(target.url).hostname : undefined
}
