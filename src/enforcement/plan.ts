import type { Issue } from '../order/issue.ts'
import type { PlacedTarget } from '../order/targets/placed.ts'
import { exceptionsOf } from '../policy/exceptions.ts'
import type { Settings } from '../policy/settings.ts'
import type { RegisterEntry } from '../register/entry.ts'
import type { BlockedTargets } from '../rules/blocked.ts'
import { compile } from '../rules/compile.ts'
import { withoutExceptions } from '../rules/exceptions.ts'
import { ruleIds, type Rule } from '../rules/rule.ts'
import type { ClockBehind } from '../standing/clock-behind.ts'
import { appliedOrders } from '../standing/here.ts'
import type { OrderRecord } from '../standing/record.ts'
import { blockedTargets } from './blocked-targets.ts'
import { nextChangeOf } from './due.ts'
import { enforcedOrder, nothingEnforced, type Enforced } from './enforced.ts'
import { fingerprintText, type RuleContext } from './fingerprint.ts'
import { registerEntries } from './register-entries.ts'
import { watchFor } from './watch.ts'

/** Gives an order's targets as they were kept. To read a million takes long, so a plan asks only for what it needs. */
export type TargetReader = (record: OrderRecord) => Promise<Iterable<PlacedTarget>>

export interface Circumstances extends Omit<RuleContext, 'open'> {
  /** One record an id: see `listed`. */
  orders: readonly OrderRecord[]
  /** Epoch ms. */
  now: number
  settings: Settings
  clockBehind?: ClockBehind | undefined
  /** The state that the browser was last told to enforce; undefined where that is not known. */
  remembered: Enforced | undefined
  /** Issues of orders that are left out: see `damageIssue`. */
  damaged?: readonly Issue[]
  /** The fingerprint of the rules that the browser holds; absent where it was not asked. */
  held?: string
}

export interface Plan {
  before: Enforced
  /** The state that is enforced once the plan is carried out; `before` itself where there is nothing to remember. */
  after: Enforced
  /** The rules to be put in the place of those that the browser holds; absent where it holds what it should. */
  update?: RuleUpdate
  /** Entries that the register then gets. */
  entries: RegisterEntry[]
  /** Targets that are blocked now, of orders that were not applied before. */
  added: BlockedTargets[]
}

export interface RuleUpdate {
  rules: Rule[]
  /** The highest id that a rule may have which the browser holds, or is to hold. */
  lastId: number
}

/** Plans what brings the browser in line: nothing, remembering the next change, or new rules. */
export async function plan(
  given: Circumstances,
  targets: TargetReader,
  digestOf: (text: string) => Promise<string>,
): Promise<Plan> {
  const { orders, settings, clockBehind, remembered, now, capabilities } = given
  const before = remembered ?? nothingEnforced
  const open = new Set(exceptionsOf(settings).map(({ name }) => name))
  const applied = appliedOrders(orders, { settings, ...(clockBehind && { clockBehind }) }, now)
  const damaged = given.damaged ?? []
  const text = fingerprintText(applied, { ...given, open }) + damaged.map(({ path }) => ` ${path}`).join('')
  const fingerprint = text === '' ? '' : (await digestOf(text)).slice(0, 40)
  const change = nextChangeOf(orders, now)
  const next = change === undefined ? {} : { nextChange: change }
  // Not where the site's data was cleared, or the browser was killed before it was remembered what it had been told.
  const inStep = remembered !== undefined && (given.held ?? before.fingerprint) === before.fingerprint
  if (inStep && before.fingerprint === fingerprint) {
    const { nextChange, ...unchanged } = before
    return { before, after: nextChange === change ? before : { ...unchanged, ...next }, entries: [], added: [] }
  }
  const listed = await Promise.all(applied.map(async (order) => blockedTargets(order, await targets(order.record))))
  const blocked = listed.map((one) => withoutExceptions(one, open))
  const { rules, domains, urls, limitations } = compile(blocked, { ...given, open, fingerprint })
  const after: Enforced = {
    orders: applied.map(enforcedOrder),
    domains,
    urls,
    rules: rules.length,
    limitations: [...damaged, ...limitations],
    fingerprint,
    at: now,
    watch: watchFor(blocked),
    ...next,
  }
  const known = new Set(before.orders.map(nameOf))
  return {
    before,
    after,
    update: { rules, lastId: inStep ? lastIdOf(before, rules) : capabilities.dynamicRules },
    entries: registerEntries(before, after, now),
    added: blocked.filter((_, at) => !known.has(nameOf(applied[at]!.record))),
  }
}

/** Where nobody knows what the browser holds, every id is taken away that a rule can have: seven milliseconds more. */
function lastIdOf(before: Enforced, rules: readonly Rule[]): number {
  return Math.max(ruleIds.firstOther + before.rules, ...rules.map(({ id }) => id))
}

function nameOf({ key, digest }: { key: string; digest: string }): string {
  return `${key} ${digest}`
}

/** The state to remember where the browser refused the rules and keeps the last ones: that, and why. */
export function afterRefusal(before: Enforced, refused: Issue): Enforced {
  return { ...before, limitations: [refused, ...before.limitations.filter(({ code }) => code !== refused.code)] }
}
