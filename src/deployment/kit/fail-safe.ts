import { countingTargets } from '../../order/targets/counting.ts'
import { liesIn } from '../../order/suffixes.ts'
import { placedTargets } from '../../order/targets/placed.ts'
import { hostParts } from '../../order/host-parts.ts'
import { targetKind, valueOf, type TargetKind } from '../../order/targets/target.ts'
import { exceptionsOf } from '../../policy/exceptions.ts'
import { ordersByPolicy } from '../orders-by-policy.ts'
import type { KitConfig } from './config.ts'
import type { LayerContext } from './layers.ts'

/** Hosts that a browser's own list blocks, and those below them that it leaves open. */
export type FailSafeHosts = Omit<LayerContext, 'id'>

/**
 * The names that the extension blocks at `now` (epoch ms) where nobody has added an order or changed a setting, and those
 * below them that stay open. URL targets are left out, and hosts with a port: neither is its site.
 */
export function failSafeHosts({ policy }: Pick<KitConfig, 'policy'>, now: number): FailSafeHosts {
  const { settings, applied } = ordersByPolicy(policy, now)
  const targets = applied.flatMap(({ order }) => [...countingTargets(placedTargets(order), 'block', now)])
  const open = new Set(exceptionsOf(settings).map(({ name }) => name))
  const namesOf = (kind: TargetKind) => {
    const names = targets.filter((target) => targetKind(target) === kind).map(valueOf)
    return [...new Set(names)].filter((name) => !liesIn(name, open)).toSorted()
  }
  const hosts = namesOf('domain')
  const blocked = new Set(hosts)
  const exactHosts = namesOf('host').filter((host) => hostParts(host).port === undefined && !liesIn(host, blocked))
  return { hosts, exactHosts, openHosts: [...open].filter((name) => liesIn(name, blocked)).toSorted() }
}
