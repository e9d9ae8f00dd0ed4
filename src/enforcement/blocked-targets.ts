import { countingTargets } from '../order/targets/counting.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'
import { targetKind, valueOf, type TargetKind } from '../order/targets/target.ts'
import type { BlockedTargets } from '../rules/blocked.ts'

/** The targets that the rules of `order` (its id) are made of at `now` (epoch ms). */
export function blockedTargets(order: string, targets: Iterable<PlacedTarget>, now: number): BlockedTargets {
  const blocked: Record<TargetKind, string[]> = { domain: [], host: [], url: [], ip: [] }
  for (const target of countingTargets(targets, 'block', now)) blocked[targetKind(target)].push(valueOf(target))
  const { domain, host, url, ip } = blocked
  return { order, domains: domain, hosts: host, urls: url, ips: ip.length }
}
