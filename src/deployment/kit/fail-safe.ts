import { appliedOrders } from '../../standing/here.ts'
import { countingTargets } from '../../order/targets/counting.ts'
import { liesIn } from '../../order/suffixes.ts'
import { listedOrders, recordOf } from '../../standing/record.ts'
import { bundled } from '../../bundled/bundled.ts'
import { parseOrder } from '../../order/reading/parse.ts'
import { placedTargets } from '../../order/targets/placed.ts'
import { hostParts } from '../../order/host-parts.ts'
import { targetKind, valueOf, type TargetKind } from '../../order/targets/target.ts'
import { exceptionsOf } from '../../policy/exceptions.ts'
import { effectiveSettings, type Policy } from '../../policy/policy.ts'
import type { KitConfig } from './config.ts'
import type { LayerContext } from './layers.ts'

/** Hosts that a browser's own list blocks, and those below them that it leaves open. */
export type FailSafeHosts = Omit<LayerContext, 'id'>

/**
 * The names that the extension blocks at `now` (epoch ms) where nobody has added an order or changed a setting, and those
 * below them that stay open. URL targets are left out, and hosts with a port: neither is its site.
 */
export function failSafeHosts({ policy }: Pick<KitConfig, 'policy'>, now: number): FailSafeHosts {
  const { settings } = effectiveSettings({}, policy)
  const kept = keptOrders(policy, now)
  const orders = new Map(kept.map(({ order, record }) => [record.key, order]))
  const applied = appliedOrders(listedOrders(kept.map(({ record }) => record)), { settings }, now)
  const targets = applied.flatMap(({ record }) => [
    ...countingTargets(placedTargets(orders.get(record.key)!), 'block', now),
  ])
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

/** Every order that an installation by this policy keeps, as it is kept there. */
function keptOrders(policy: Policy, now: number) {
  const shipped = bundled.flatMap(({ document, choice }) => {
    const parsed = parseOrder(document)
    return parsed.ok ? [{ order: parsed.value, provenance: 'bundled' as const, choice }] : []
  })
  const own = policy.orders.map(({ order }) => ({ order, provenance: 'policy' as const, choice: 'apply' as const }))
  return [...own, ...shipped].map(({ order, ...rest }) => ({
    order,
    record: recordOf(order, { ...rest, digest: '', addedAt: now }),
  }))
}
