import type { Provenance } from '../../../../../src/standing/record.ts'
import type { LocalText } from '../../../../../src/order/order.ts'
import type { Status } from '../../../../../src/order/time/status.ts'
import { keyOf, type CountKey } from '../../../../../src/words/message-key.ts'
import type { OrderHere } from '../../../../../src/standing/here.ts'

/** A status, or what is done here: applied at all, applied beyond the term by choice. */
export type StateFilter = 'every' | 'applied' | 'beyond-term' | Status
export const stateFilters: StateFilter[] = [
  'every',
  'applied',
  'beyond-term',
  'in-force',
  'pending',
  'paused',
  'suspended',
  'ended',
  'lifted',
]

/** The message that counts them. */
export function tallyKey(state: StateFilter): CountKey {
  return state === 'every' ? 'ordersFound' : keyOf('tally', state)
}

export type SourceFilter = 'every' | Provenance
export const sourceFilters: SourceFilter[] = ['every', 'policy', 'user', 'bundled']

export type Sorting = 'state' | 'date' | 'title'
export const sortings: Sorting[] = ['state', 'date', 'title']

export interface OrderFilter {
  /** Each of its words must be found in what names an order, or the whole is a host name that the order covers. */
  text: string
  state: StateFilter
  source: SourceFilter
  sorting: Sorting
}

export const everyOrder: OrderFilter = { text: '', state: 'every', source: 'every', sorting: 'state' }

/** An order with all that names it, as it is searched: made once, for thousands are searched at every key. */
export interface Searchable {
  order: OrderHere
  title: string
  names: string
}

/** @param titleOf the title in the reader's language */
export function searchable(orders: readonly OrderHere[], titleOf: (text: LocalText) => string): Searchable[] {
  return orders.map((order) => ({
    order,
    title: titleOf(order.record.order.title),
    names: folded(namesOf(order).join('\n')),
  }))
}

function namesOf({ record: { order } }: OrderHere): string[] {
  return [
    order.id,
    ...Object.values(order.title),
    ...order.applicants,
    ...order.decisions.flatMap(({ court, chamber, docket, ecli }) => [court, chamber ?? '', docket ?? '', ecli ?? '']),
  ]
}

/** Lower case without accents: `Référé` is found by `refere`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/**
 * The orders that pass, sorted.
 *
 * @param covering keys of the orders that cover the host named by `text`, as the one matcher gives them
 */
export function filtered(
  orders: readonly Searchable[],
  { text, state, source, sorting }: OrderFilter,
  covering: Pick<ReadonlySet<string>, 'has'>,
): Searchable[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return orders
    .filter(
      ({ order, names }) =>
        isInState(order, state) &&
        (source === 'every' || order.record.provenance === source) &&
        (covering.has(order.record.key) || words.every((word) => names.includes(word))),
    )
    .toSorted(comparisons[sorting])
}

function isInState({ status, applied, beyondTerm }: OrderHere, state: StateFilter): boolean {
  if (state === 'every') return true
  if (state === 'applied') return applied
  return state === 'beyond-term' ? beyondTerm : status === state
}

const comparisons: Record<Sorting, (a: Searchable, b: Searchable) => number> = {
  state: (a, b) => rank(a.order) - rank(b.order) || newestFirst(a, b) || byTitle(a, b),
  date: (a, b) => newestFirst(a, b) || byTitle(a, b),
  title: (a, b) => byTitle(a, b),
}

/** What is enforced comes first, then what may be, then what is over. */
const ranks: Status[] = ['in-force', 'paused', 'pending', 'suspended', 'ended', 'lifted']

function rank({ applied, status }: OrderHere): number {
  return applied ? -1 : ranks.indexOf(status)
}

function newestFirst(a: Searchable, b: Searchable): number {
  const [first, second] = [dateOf(a), dateOf(b)]
  return first === second ? 0 : first < second ? 1 : -1
}

function dateOf({ order }: Searchable): string {
  return order.record.order.decisions[0].date
}

function byTitle(a: Searchable, b: Searchable): number {
  return collator.compare(a.title, b.title)
}

const collator = new Intl.Collator(undefined, { numeric: true })

/** How many orders are in each state. */
export function tally(orders: readonly OrderHere[]): Record<StateFilter, number> {
  const counts = Object.fromEntries(stateFilters.map((state) => [state, 0])) as Record<StateFilter, number>
  for (const order of orders) {
    counts.every++
    counts[order.status]++
    if (order.applied) counts.applied++
    if (order.beyondTerm) counts['beyond-term']++
  }
  return counts
}
