import type { Choice } from '../standing/application.ts'
import { bundled } from '../bundled/bundled.ts'
import type { Issue, Result } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { isObject, Report, type Reader } from '../order/reading/reader.ts'
import { parseExpectation, unmetBy, type Expectation } from './expectation.ts'
import { bringing } from './held-values.ts'
import { readAsMeant } from './order-shapes.ts'
import { isSetting, readSetting, settingReaders } from './setting-readers.ts'
import { defaults, type SettingName, type Settings } from './settings.ts'
import type { KeptSettings } from './user-settings.ts'
import { listOf } from './values.ts'

/** A policy's order, with the text it was read from. */
interface PolicyOrder {
  order: Order
  text: string
}

export interface Policy {
  /** Settings that the administrator has set: enforced and locked. */
  settings: Partial<Settings>
  orders: PolicyOrder[]
  /** The orders that the administrator says to have sent. */
  expects?: Expectation
  /** Issues, entry by entry, for what cannot be used; the rest applies. */
  issues: Issue[]
}

type ParseOrderText = (text: string) => Result<Order>

/**
 * The managed settings as an administrator meant them: what is present is enforced and locked, what cannot be used is
 * an issue at its place (`orders[2]`, `afterTerm`) and leaves the rest in force.
 */
export function readPolicy(managed: unknown, parseOrderText: ParseOrderText): Policy {
  const policy: Policy = { settings: {}, orders: [], issues: [] }
  if (!isObject(managed ?? {})) return { ...policy, issues: [shapeless] }
  for (const [key, value] of Object.entries(managed ?? {})) {
    // One report a key: thousands of wrong names must not push out that an order cannot be read.
    const report = new Report()
    if (bringing.includes(key) && value === '') report.issue('setting-value', key, blank)
    else if (key === 'orders') policy.orders = ordersReader(parseOrderText)(value, key, report) ?? []
    else if (key === 'bundledOrders') readBundled(value, policy.settings, report)
    else if (key === 'expects') readExpects(value, policy, report)
    else if (isSetting(key)) readSetting(key, value, policy.settings, report)
    else report.issue('unknown-setting', key, unknownSetting(key))
    policy.issues.push(...report.issues)
  }
  const unmet = policy.expects && unmetBy(policy.expects, policy.orders.length)
  return unmet ? { ...policy, issues: [...policy.issues, unmet] } : policy
}

/** A template whose place was filled with nothing, rather than a withdrawal. */
const blank = 'is empty: to withdraw what it had, write an empty list, []'

const shapeless: Issue = {
  code: 'policy-shape',
  path: '',
  message: 'must be an object whose keys are settings of Writ',
}

/** Every managed setting by name. */
export const managedKeys: readonly string[] = ['orders', 'bundledOrders', 'expects', ...Object.keys(settingReaders)]

function unknownSetting(key: string): string {
  const meant = managedKeys.find((known) => known.toLowerCase() === key.trim().toLowerCase())
  return `is not a setting of Writ: ${meant === undefined ? 'check its spelling' : `it is written "${meant}"`}`
}

function readExpects(value: unknown, policy: Policy, report: Report): void {
  const expects = parseExpectation(value)
  if (expects) policy.expects = expects
  else report.issue('setting-value', 'expects', 'must be as the kit wrote it: "2 orders, sha256 ..., revision ..."')
}

/** Documents or their texts; of two with one id the one of the highest version counts. */
function ordersReader(parseOrderText: ParseOrderText): Reader<PolicyOrder[]> {
  return (value, path, report) => {
    const read = listOf<PolicyOrder & { path: string }>((entry, at, report) => {
      const text = readAsMeant(entry, at, report)
      if (text === undefined) return undefined
      const parsed = parseOrderText(text)
      if (!parsed.ok) return report.issuesBelow(at, parsed.issues)
      const { leftOut } = parsed.value
      if (leftOut) report.issuesBelow(at, leftOut.issues)
      return { order: parsed.value, text, path: at }
    })(value, path, report)
    return read && highestVersions(read, report)
  }
}

/** One order an id: whoever appended a newer version to a list meant that one. */
function highestVersions(read: (PolicyOrder & { path: string })[], report: Report): PolicyOrder[] {
  const byId = new Map<string, PolicyOrder & { path: string }>()
  for (const one of read) {
    const other = byId.get(one.order.id)
    const [holds, goes] = other && other.order.version >= one.order.version ? [other, one] : [one, other]
    byId.set(one.order.id, holds)
    if (goes)
      report.issue(
        'duplicate-order',
        goes.path,
        `has the id of another order, "${one.order.id}": of the two, version ${holds.order.version} holds (${holds.path})`,
      )
  }
  return [...byId.values()].map(({ order, text }) => ({ order, text }))
}

function readBundled(value: unknown, settings: Policy['settings'], report: Report): void {
  const choices = listOf(bundledChoice)(value, 'bundledOrders', report)
  if (choices) settings.choices = Object.fromEntries(choices)
}

/** The id of a bundled order to apply; `id:beyond-term` goes on after the court's term. */
const bundledChoice: Reader<[id: string, choice: Choice]> = (entry, path, report) => {
  const [id, suffix] = String(entry).trim().split(':')
  if (!bundledIds.has(id!) || (suffix !== undefined && suffix !== 'beyond-term'))
    return report.issue('unknown-order', path, `is not a bundled order: write one of ${[...bundledIds].join(', ')}`)
  return [id!, suffix === undefined ? 'apply' : 'apply-beyond-term']
}

const bundledIds = new Set(bundled.map(({ document }) => document.id))

/**
 * The settings that hold: the administrator's, then the user's, then the defaults.
 *
 * @param stay ids of orders that an earlier policy brought and that are not dropped
 */
export function effectiveSettings(
  user: KeptSettings,
  { settings, orders }: Pick<Policy, 'settings' | 'orders'>,
  stay: readonly string[] = [],
): { settings: Settings; locked: SettingName[] } {
  const brought = new Set([...orders.map(({ order }) => order.id), ...stay])
  const { feeds: _, ...own } = user
  const choices = { ...leftToUser(user.choices ?? {}, settings, brought), ...settings.choices }
  return {
    settings: { ...defaults, ...own, ...settings, choices },
    locked: Object.keys(settings).filter((key) => key !== 'choices') as SettingName[],
  }
}

/**
 * A choice made for an order of one's own does not reach the policy's order of the same id, and none goes beyond a term
 * at which the administrator has every order stop.
 */
function leftToUser(
  choices: Settings['choices'],
  { afterTerm }: Policy['settings'],
  brought: ReadonlySet<string>,
): Settings['choices'] {
  const left = Object.entries(choices).filter(([id]) => !brought.has(id))
  return Object.fromEntries(
    left.map(([id, choice]) => [id, afterTerm === 'stop' && choice === 'apply-beyond-term' ? 'apply' : choice]),
  )
}
