import type { Issue } from '../order/issue.ts'
import { effectiveSettings, type Policy } from '../policy/policy.ts'
import type { EffectiveSettings } from '../policy/effective-settings.ts'
import type { Settings } from '../policy/settings.ts'
import type { OrderRecord } from '../standing/record.ts'

export interface Adoption {
  /** The policy's orders that are not kept as they are. */
  arrivals: Policy['orders']
  /** Keys of orders that the policy no longer has. */
  dropped: string[]
  effective: EffectiveSettings
}

/**
 * Applies a policy to the orders that are kept and to the user's settings. Whatever cannot be used is said in `issues`
 * and leaves the rest in force; while that concerns orders, none is dropped, for the one that cannot be read may be any
 * of those that were.
 *
 * @param digests of the texts of the policy's orders
 * @param isManaged whether there is a policy
 */
export function adoptPolicy(
  { policy, digests, isManaged }: { policy: Policy; digests: readonly string[]; isManaged: boolean },
  records: readonly OrderRecord[],
  user: Partial<Settings>,
): Adoption {
  const before = new Map(
    records.filter(({ provenance }) => provenance === 'policy').map((record) => [record.order.id, record]),
  )
  const brought = new Set(policy.orders.map(({ order }) => order.id))
  const missing = [...before.values()].filter(({ order }) => !brought.has(order.id))
  const isUnread = policy.issues.some(({ path }) => /^orders\b/.test(path))
  const stay = isUnread ? missing.map(({ order }) => order.id) : []
  return {
    arrivals: policy.orders.filter(({ order }, at) => before.get(order.id)?.digest !== digests[at]),
    dropped: isUnread ? [] : missing.map(({ key }) => key),
    effective: {
      ...effectiveSettings(user, policy, stay),
      lockedChoices: Object.keys(policy.settings.choices ?? {}),
      managed: isManaged,
      issues: [...policy.issues, ...(stay.length > 0 ? [stayIssue(stay)] : [])],
    },
  }
}

function stayIssue(ids: readonly string[]): Issue {
  const message = `cannot all be read, so what they were stays in force until they can: ${ids.join(', ')}`
  return { code: 'orders-stay', path: 'orders', message }
}
