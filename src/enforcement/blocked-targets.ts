import { countingTargets } from '../order/targets/counting.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'
import { targetKind, valueOf } from '../order/targets/target.ts'
import type { BlockedTargets } from '../rules/blocked.ts'

/** What the rules of one order, by its id, are made of at `now` (epoch ms). */
export function blockedTargets(order: string, targets: Iterable<PlacedTarget>, now: number): BlockedTargets {
  const blocked = { domain: [] as string[], url: [] as string[], ip: [] as string[] }
  for (const target of countingTargets(targets, 'block', now)) blocked[targetKind(target)].push(valueOf(target))
  return { order, domains: blocked.domain, urls: blocked.url, ips: blocked.ip.length }
}
