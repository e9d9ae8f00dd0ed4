import type { Issue } from '../order/issue.ts'
import { effectiveSettings, type Policy } from '../policy/policy.ts'
import { noneEffective, type EffectiveSettings } from '../policy/effective-settings.ts'
import type { HeldValues } from '../policy/held-values.ts'
import type { Settings } from '../policy/settings.ts'
import type { KeptSettings } from '../policy/user-settings.ts'
import type { FollowedFeed, OrderRecord } from '../standing/record.ts'

export interface Adoption {
  /** The policy's orders that are not kept as they are. */
  arrivals: Policy['orders']
  /** Keys of orders that the policy no longer has. */
  dropped: string[]
  effective: EffectiveSettings
}

/**
 * Computes what a policy makes of the orders that are kept and of the user's settings. What of it cannot be used is said in
 * `issues` and leaves the rest in force; while that concerns orders, none is dropped, for the one that cannot be read may
 * be any of those that were.
 *
 * @param digests of the texts of the policy's orders
 * @param held what `policy` was read from
 * @param last what was in effect before
 */
export function adoptPolicy(
  { policy, digests, held }: { policy: Policy; digests: readonly string[]; held: HeldValues },
  records: readonly OrderRecord[],
  user: KeptSettings,
  last: EffectiveSettings = noneEffective,
): Adoption {
  const before = new Map(
    records.filter(({ provenance }) => provenance === 'policy').map((record) => [record.order.id, record]),
  )
  const brought = new Set(policy.orders.map(({ order }) => order.id))
  const missing = [...before.values()].filter(({ order }) => !brought.has(order.id))
  const isUnread = policy.issues.some(({ path }) => /^orders\b/.test(path))
  const decided = decidedChoices(policy, last)
  const stay = isUnread ? missing.map(({ order }) => order.id) : []
  const feeds = followedFeeds(policy, user, last)
  const roots = new Set(feeds.filter(({ byOrganisation }) => byOrganisation).map(({ root }) => root))
  const byFeed = records.filter(({ feed }) => feed && roots.has(feed.root)).map(({ order }) => order.id)
  return {
    arrivals: policy.orders.filter(({ order }, at) => before.get(order.id)?.digest !== digests[at]),
    dropped: isUnread ? [] : missing.map(({ key }) => key),
    effective: {
      ...effectiveSettings(user, { ...policy, settings: { ...policy.settings, ...decided } }, [...stay, ...byFeed]),
      lockedChoices: [...new Set([...Object.keys(decided.choices ?? {}), ...byFeed])],
      feeds,
      managed: Object.keys(held.values).length > 0,
      issues: [...ownIssues(policy, held), ...(stay.length > 0 ? [stayIssue(stay)] : []), ...heldIssues(held)],
    },
  }
}

/** Choices of the administrator for bundled orders; while an entry cannot be read, what was chosen before stays, too. */
function decidedChoices(
  { settings: { choices }, issues }: Policy,
  last: EffectiveSettings,
): Pick<Partial<Settings>, 'choices'> {
  const chosen = last.lockedChoices.filter((id) => Object.hasOwn(last.settings.choices, id))
  const before = issues.some(({ path }) => /^bundledOrders\b/.test(path)) ? chosen : []
  if (choices === undefined && before.length === 0) return {}
  const stays = before.map((id) => [id, last.settings.choices[id]!] as const)
  return { choices: { ...Object.fromEntries(stays), ...choices } }
}

/**
 * The feeds that are followed. While an entry of the administrator's list cannot be read, those that were followed before
 * stay: the entry may be any of them. A person's are not followed where people may add no orders.
 */
function followedFeeds({ settings, issues }: Policy, user: KeptSettings, last: EffectiveSettings): FollowedFeed[] {
  const isUnread = issues.some(({ path }) => /^feeds\b/.test(path))
  const own = settings.allowUserOrders === false ? [] : (user.feeds ?? [])
  const all: FollowedFeed[] = [
    ...(settings.feeds ?? []).map((feed) => ({ ...feed, byOrganisation: true })),
    ...(isUnread ? last.feeds.filter(({ byOrganisation }) => byOrganisation) : []),
    ...own.map((feed) => ({ ...feed, byOrganisation: false })),
  ]
  const roots = all.map(({ root }) => root)
  return all.filter(({ root }, at) => roots.indexOf(root) === at)
}

function stayIssue(ids: readonly string[]): Issue {
  const message = `cannot all be read, so what they were stays in force until they can: ${ids.join(', ')}`
  return { code: 'orders-stay', path: 'orders', message }
}

/** A mismatch is said as it was found on arrival: the orders that hold then are the last good ones. */
function ownIssues({ issues }: Policy, { unexpected }: HeldValues): Issue[] {
  if (!unexpected) return issues
  const others = issues.filter(({ code }) => code !== unexpected.code)
  return [
    { ...unexpected, message: `${unexpected.message}. Until then the orders that held before stay in force` },
    ...others,
  ]
}

function heldIssues({ missing, unread }: HeldValues): Issue[] {
  const gone =
    'is no longer in the policy, or the browser cannot read it, so what it was stays in force. Withdraw orders by an empty list: []'
  return [
    ...missing.map((key) => ({ code: 'policy-stays', path: key, message: gone })),
    ...(unread === undefined ? [] : [{ code: 'policy-unread', path: '', message: unreadMessage(unread) }]),
  ]
}

function unreadMessage(reason: string): string {
  return `cannot be read by the browser just now, so what it was stays in force: ${reason}`
}
