import { bundled } from '../bundled/bundled.ts'
import { parseOrder } from '../order/reading/parse.ts'
import type { Order } from '../order/order.ts'
import type { Status } from '../order/time/status.ts'
import { effectiveSettings, type Policy } from '../policy/policy.ts'
import type { Settings } from '../policy/settings.ts'
import { here } from '../standing/here.ts'
import { listedOrders, recordOf, type OrderRecord } from '../standing/record.ts'

/** An order that a policy brings or chooses, as it stands at one instant. */
export interface OrderByPolicy {
  id: string
  status: Status
  inForce: boolean
}

/** Orders in a browser that nobody but an administrator has set anything in. */
interface Enforced {
  settings: Settings
  /** Those that are enforced. */
  applied: { record: OrderRecord; order: Order }[]
  /** Those that the policy brings or chooses, enforced or not. */
  orders: OrderByPolicy[]
}

/** @param now epoch milliseconds */
export function ordersByPolicy(policy: Policy, now: number): Enforced {
  const { settings } = effectiveSettings({}, policy)
  const kept = keptOrders(policy, now)
  const orders = new Map(kept.map(({ order, record }) => [record.key, order]))
  const chosen = new Set(Object.keys(policy.settings.choices ?? {}))
  const stand = listedOrders(kept.map(({ record }) => record)).map((record) => here(record, { settings }, now))
  return {
    settings,
    applied: stand.filter(({ applied }) => applied).map(({ record }) => ({ record, order: orders.get(record.key)! })),
    orders: stand
      .filter(({ record }) => record.provenance === 'policy' || chosen.has(record.order.id))
      .map(({ record, status, applied }) => ({ id: record.order.id, status, inForce: applied })),
  }
}

/** Every order that an installation by this policy keeps, as it is kept there. */
function keptOrders(policy: Policy, now: number): { order: Order; record: OrderRecord }[] {
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
