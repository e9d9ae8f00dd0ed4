import type { Choice } from '../standing/application.ts'
import { bundled } from '../bundled/bundled.ts'
import type { Issue, Result } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { isObject } from '../order/reading/reader.ts'
import { defaults, type SettingName, type Settings } from './settings.ts'
import {
  booleanValue,
  choice,
  entriesOf,
  exemptHost,
  hostName,
  listOf,
  record,
  text,
  webAddress,
  type Reader,
  type Refusal,
} from './values.ts'

/** A policy's order, with the text it was read from. */
interface PolicyOrder {
  order: Order
  text: string
}

export interface Policy {
  /** What the administrator has set: enforced and locked. */
  settings: Partial<Settings>
  orders: PolicyOrder[]
  /** What of the policy cannot be used, entry by entry; the rest applies. */
  issues: Issue[]
}

type ParseOrderText = (text: string) => Result<Order>

/** How each managed key is read. Types are loose: what registries and consoles write differs. */
const readers: { [K in Exclude<SettingName, 'choices'>]: Reader<Settings[K]> } = {
  afterTerm: choice('stop', 'continue'),
  neverContact: booleanValue,
  engines: record(booleanValue),
  scope: choice('every', 'addressed'),
  searxngInstances: listOf(hostName),
  disableFirstRunPage: booleanValue,
  allowUserOrders: booleanValue,
  supportName: text,
  supportContact: text,
  supportUrl: webAddress,
  protectedNames: listOf(hostName),
  exemptHosts: listOf(exemptHost),
}

/**
 * The managed settings as an administrator meant them: what is present is enforced and locked, what cannot be used is
 * an issue at its place (`orders[2]`, `afterTerm`) and leaves the rest in force.
 */
export function readPolicy(managed: unknown, parseOrderText: ParseOrderText): Policy {
  const policy: Policy = { settings: {}, orders: [], issues: [] }
  if (!isObject(managed ?? {})) {
    policy.issues.push({ code: 'policy-shape', path: '', message: 'must be an object whose keys are settings of Writ' })
    return policy
  }
  for (const [key, value] of Object.entries(managed ?? {})) {
    if (key === 'orders') readOrders(value, parseOrderText, policy)
    else if (key === 'bundledOrders') readBundled(value, policy)
    else if (isSetting(key)) readSetting(key, value, policy)
    else policy.issues.push({ code: 'unknown-setting', path: key, message: unknownSetting(key) })
  }
  return policy
}

/** Every managed setting by name. */
export const managedKeys: readonly string[] = ['orders', 'bundledOrders', ...Object.keys(readers)]

function isSetting(key: string): key is keyof typeof readers {
  return Object.hasOwn(readers, key)
}

function unknownSetting(key: string): string {
  const meant = managedKeys.find((known) => known.toLowerCase() === key.trim().toLowerCase())
  return `is not a setting of Writ: ${meant === undefined ? 'check its spelling' : `it is written "${meant}"`}`
}

function readSetting<K extends keyof typeof readers>(key: K, given: unknown, policy: Policy): void {
  const { value, refusals } = readers[key](given)
  if (value !== undefined) policy.settings[key] = value
  refuse(policy, 'setting-value', key, refusals)
}

function refuse({ issues }: Policy, code: string, key: string, refusals: readonly Refusal[]): void {
  for (const { at, message } of refusals) issues.push({ code, path: `${key}${at}`, message })
}

function readOrders(value: unknown, parseOrderText: ParseOrderText, policy: Policy): void {
  const { orders, issues } = policy
  const entries = entriesOf(value)
  refuse(policy, 'setting-value', 'orders', entries.refusals)
  entries.value?.forEach((entry, at) => {
    const orderText = typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '')
    const parsed = parseOrderText(orderText)
    const path = `orders[${at}]`
    if (!parsed.ok) {
      for (const issue of parsed.issues)
        issues.push({ ...issue, path: issue.path === '' ? path : `${path}.${issue.path}` })
    } else if (orders.some(({ order }) => order.id === parsed.value.id))
      issues.push({ code: 'duplicate-order', path, message: `has the id of an order above it, "${parsed.value.id}"` })
    else orders.push({ order: parsed.value, text: orderText })
  })
}

/** Ids of bundled orders to apply; `id:beyond-term` goes on after the court's term. */
function readBundled(value: unknown, policy: Policy): void {
  const { settings, issues } = policy
  const entries = entriesOf(value)
  refuse(policy, 'setting-value', 'bundledOrders', entries.refusals)
  if (entries.value === undefined) return
  const choices = new Map<string, Choice>()
  entries.value.forEach((entry, at) => {
    const [id, suffix] = String(entry).trim().split(':')
    if (!bundledIds.has(id!) || (suffix !== undefined && suffix !== 'beyond-term'))
      issues.push({
        code: 'unknown-order',
        path: `bundledOrders[${at}]`,
        message: `is not a bundled order: write one of ${[...bundledIds].join(', ')}`,
      })
    else choices.set(id!, suffix === undefined ? 'apply' : 'apply-beyond-term')
  })
  settings.choices = Object.fromEntries(choices)
}

const bundledIds = new Set(bundled.map(({ document }) => document.id))

/**
 * The settings that hold: the administrator's, then the user's, then the defaults.
 *
 * @param stay ids of orders that an earlier policy brought and that are not dropped
 */
export function effectiveSettings(
  user: Partial<Settings>,
  { settings, orders }: Pick<Policy, 'settings' | 'orders'>,
  stay: readonly string[] = [],
): { settings: Settings; locked: SettingName[] } {
  const brought = new Set([...orders.map(({ order }) => order.id), ...stay])
  const choices = { ...leftToUser(user.choices ?? {}, settings, brought), ...settings.choices }
  return {
    settings: { ...defaults, ...user, ...settings, choices },
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
