import { stateFilters, type StateFilter } from './state-filter.ts'

export const viewNames = [
  'status',
  'orders',
  'import',
  'feeds',
  'engines',
  'settings',
  'managed',
  'register',
  'diagnostics',
  'help',
] as const
export type ViewName = (typeof viewNames)[number]

/** The part of the page that is shown, as the address says behind its `#`: it can be linked to, and gone back to. */
export interface Address {
  view: ViewName
  /** One order: among the orders by its record's key, in the register, which outlives records, by its id. */
  order?: string
  /** Orders in this state only. */
  state?: StateFilter
  /** Orders that are found by this text only. */
  search?: string
}

/**
 *   (nothing)             status
 *   #orders               the orders
 *   #orders?state=ended   those that have ended
 *   #orders?search=paris  those that are found by a text
 *   #orders/user:abc      one of them, by its record's key
 *   #register/abc         what was applied of one, by its id
 */
export function addressOf(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  const slash = path.indexOf('/')
  const name = slash < 0 ? path : path.slice(0, slash)
  const view = viewNames.find((one) => one === name)
  if (!view) return { view: 'status' }
  const order = slash < 0 ? '' : decoded(path.slice(slash + 1))
  const asked = new URLSearchParams(query)
  const state = stateFilters.find((one) => one === asked.get('state'))
  const search = asked.get('search')
  return { view, ...(order ? { order } : {}), ...(state ? { state } : {}), ...(search ? { search } : {}) }
}

export function hashOf({ view, order, state, search }: Address): string {
  const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(search ? { search } : {}) }).toString()
  return `#${view}${order ? `/${encodeURIComponent(order)}` : ''}${asked ? `?${asked}` : ''}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
