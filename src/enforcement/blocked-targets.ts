import { countingTargets } from '../order/targets/counting.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'
import { targetKind, valueOf, type TargetKind } from '../order/targets/target.ts'
import type { BlockedTargets } from '../rules/blocked.ts'
import type { OrderHere } from '../standing/here.ts'

/** The targets that the rules of one order are made of. */
export function blockedTargets(
  { record, held, at }: Pick<OrderHere, 'record' | 'held' | 'at'>,
  targets: Iterable<PlacedTarget>,
): BlockedTargets {
  const blocked: Record<TargetKind, string[]> = { domain: [], host: [], url: [], ip: [] }
  for (const target of countingTargets(targets, 'block', at, held)) blocked[targetKind(target)].push(valueOf(target))
  const { domain, host, url, ip } = blocked
  return { order: record.order.id, domains: domain, hosts: host, urls: url, ips: ip.length }
}
