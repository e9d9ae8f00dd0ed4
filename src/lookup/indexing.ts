import type { PlacedTarget } from '../order/targets.ts'
import type { Entry, PageWriter } from './name-pages.ts'

/** Writes the entries of one order, `order` being its place in the index. IP addresses have no names and are left out. */
export function addTargets(writer: PageWriter, order: number, targets: Iterable<PlacedTarget>): void {
  let position = 0
  for (const { target, effects, from, until } of targets) {
    const entry: Entry = { order, position: position++, block: effects.block, delist: effects.delist }
    if (from !== undefined) entry.from = from
    if (until !== undefined) entry.until = until
    if (typeof target === 'string') writer.add(target, entry)
    else if ('domain' in target) writer.add(target.domain, entry)
    else if ('url' in target) writer.add(new URL(target.url).hostname, { ...entry, url: target.url })
  }
}
