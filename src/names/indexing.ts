import type { PlacedTarget } from '../order/targets/placed.ts'
import type { Target } from '../order/order.ts'
import { hostOfAddress } from '../order/ip-address.ts'
import { hostParts } from '../order/host-parts.ts'
import { nameOf, targetKind, valueOf } from '../order/targets/target.ts'
import { nameFilter } from './name-filter.ts'
import { BucketWriter, type Entry } from './name-buckets.ts'

/** Writes the entries of one order, `order` being its place in the index. A single IP address is only to be found. */
export function addTargets(writer: BucketWriter, order: number, targets: Iterable<PlacedTarget>): void {
  let position = 0
  for (const { target, effects, periods } of targets) {
    const entry: Entry = { order, position: position++, block: effects.block, delist: effects.delist }
    if (periods !== undefined) entry.periods = periods
    const name = nameOf(target)
    if (name === undefined) {
      const address = hostOfAddress(valueOf(target))
      if (address !== undefined) writer.add(address, { ...entry, shown: true })
      continue
    }
    writer.add(name, typeof target === 'string' ? entry : { ...entry, ...narrowing(target) })
  }
}

/** The part of a name that an entry covers, where that is not the name and all below it. */
function narrowing(target: Target): Pick<Entry, 'url' | 'exact' | 'port'> {
  const kind = targetKind(target)
  if (kind === 'url') return { url: valueOf(target) }
  if (kind !== 'host') return {}
  const { port } = hostParts(valueOf(target))
  return port === undefined ? { exact: true } : { exact: true, port }
}

/**
 * A signature of the index: its content for a fixed example, as text. It changes whenever names are hashed, laid out or
 * filtered in another way; an index that an earlier version of the extension made would then be searched in the wrong
 * places.
 */
export function indexShape(): string {
  const names = Array.from({ length: 100 }, (_, n) => `site${n}.example`)
  const effects = { block: true, delist: false }
  const url = { target: { url: 'https://a.example/films' }, effects, periods: [{ from: 1, until: 2 }] }
  const hosts = ['b.example', 'b.example:8443'].map((host) => ({ target: { host }, effects }))
  const writer = new BucketWriter(names.length)
  const ip = { target: { ip: '192.0.2.7' }, effects }
  addTargets(writer, 0, [...names.map((target) => ({ target, effects })), url, ...hosts, ip])
  return JSON.stringify([writer.buckets(), nameFilter(names)])
}
