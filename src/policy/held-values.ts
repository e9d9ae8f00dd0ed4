import type { Issue } from '../order/issue.ts'

/** The managed values that hold. */
export interface HeldValues {
  values: Record<string, unknown>
  /** Those of them that the browser no longer gives and nobody has withdrawn. */
  missing: string[]
  /** Why the orders that it gives are not those that the administrator sent: those that held before stay. */
  unexpected?: Issue
  /** Why the browser could not read the policy, where it could not; the values are then those that it gave last. */
  unread?: string
}

/** The values that the browser gives of a policy, or why it could not read it. */
export type GivenValues = { values: Record<string, unknown> } | { unread: string }

/** The settings that bring orders. */
export const bringing: readonly string[] = ['orders', 'bundledOrders', 'feeds']

/**
 * The values that hold once the browser gives `given`. Where an administrator installed the extension, orders are withdrawn
 * by saying so, never by silence. Of these three Chromium tells nobody, and the same is left of each: no `orders`.
 *
 *   "orders": []            withdrawn
 *   "Orders": ["..."]       stay
 *   "orders": ["...", {}]   stay: one entry that is no text, and the key is dropped whole
 *   a file that is no JSON  stay, with all that the policy had set: it says how they are applied
 *
 * Where a person installed it, a policy that is gone is gone.
 *
 * @param unexpected why the orders given are not those that the policy itself says it brings: the last ones stay, if there were any
 */
export function heldValues(
  last: HeldValues,
  given: GivenValues,
  byOrganisation: boolean,
  unexpected?: Issue,
): HeldValues {
  if ('unread' in given) return { ...last, unread: given.unread }
  const held = staying(last, given.values, byOrganisation)
  if (!unexpected) return held
  const orders = Object.hasOwn(last.values, 'orders') ? { orders: last.values['orders'] } : {}
  return {
    values: { ...held.values, ...orders },
    missing: held.missing.filter((key) => key !== 'orders'),
    unexpected,
  }
}

function staying(last: HeldValues, values: Record<string, unknown>, byOrganisation: boolean): HeldValues {
  const brought = Object.entries(last.values).filter(([key, value]) => bringing.includes(key) && !isEmptyList(value))
  if (!byOrganisation || brought.length === 0) return { values, missing: [] }
  const stays = Object.keys(values).length === 0 ? last.values : Object.fromEntries(brought)
  return { values: { ...stays, ...values }, missing: Object.keys(stays).filter((key) => !Object.hasOwn(values, key)) }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
