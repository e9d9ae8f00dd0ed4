import { bundled } from '../order/bundled/bundled.ts'
import type { Issue, Result } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { defaults, type SettingName, type Settings } from './settings.ts'
import { booleanValue, choice, entriesOf, record, text, webAddress, type Refusal } from './values.ts'

/** A policy's order, with the text it was read from. */
export interface PolicyOrder {
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
const readers: { [K in Exclude<SettingName, 'choices'>]: (value: unknown) => Settings[K] | Refusal } = {
  afterTerm: choice('stop', 'continue'),
  neverContact: booleanValue,
  engines: record(booleanValue),
  scope: choice('every', 'addressed'),
  disableFirstRunPage: booleanValue,
  allowUserOrders: booleanValue,
  supportName: text,
  supportContact: text,
  supportUrl: webAddress,
}

/**
 * The managed settings as an administrator meant them: what is present is enforced and locked, what cannot be used is
 * an issue at its place (`orders[2]`, `afterTerm`) and leaves the rest in force.
 */
export function readPolicy(managed: unknown, parseOrderText: ParseOrderText): Policy {
  const values = typeof managed === 'object' && managed !== null ? new Map(Object.entries(managed)) : new Map()
  const policy: Policy = { settings: {}, orders: [], issues: [] }
  for (const [key, value] of values) {
    if (key === 'orders') readOrders(value, parseOrderText, policy)
    else if (key === 'bundledOrders') readBundled(value, policy)
    else if (Object.hasOwn(readers, key)) readSetting(key as keyof typeof readers, value, policy)
    else
      policy.issues.push({
        code: 'unknown-setting',
        path: key,
        message: 'is not a setting of Writ: check its spelling',
      })
  }
  return policy
}

function readSetting<K extends keyof typeof readers>(key: K, value: unknown, policy: Policy): void {
  const read = readers[key](value)
  if (isRefusal(read)) policy.issues.push({ code: 'setting-value', path: key, message: read.refused })
  else policy.settings[key] = read
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'refused')
}

function readOrders(value: unknown, parseOrderText: ParseOrderText, { orders, issues }: Policy): void {
  const entries = entriesOf(value)
  if ('refused' in entries) {
    issues.push({ code: 'setting-value', path: 'orders', message: entries.refused })
    return
  }
  entries.forEach((entry, at) => {
    const orderText = typeof entry === 'string' ? entry : JSON.stringify(entry)
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
function readBundled(value: unknown, { settings, issues }: Policy): void {
  const entries = entriesOf(value)
  if ('refused' in entries) {
    issues.push({ code: 'setting-value', path: 'bundledOrders', message: entries.refused })
    return
  }
  const choices = new Map(Object.entries(settings.choices ?? defaults.choices))
  entries.forEach((entry, at) => {
    const [id, suffix] = String(entry).split(':')
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

/** The settings that hold: the administrator's, then the user's, then the defaults. */
export function effectiveSettings(
  user: Partial<Settings>,
  { settings }: Policy,
): { settings: Settings; locked: SettingName[] } {
  const choices = { ...user.choices, ...settings.choices }
  return {
    settings: { ...defaults, ...user, ...settings, choices },
    locked: Object.keys(settings).filter((key) => key !== 'choices') as SettingName[],
  }
}
