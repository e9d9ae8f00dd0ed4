import type { Provenance } from '../../../../../src/standing/record.ts'
import type { LocalText } from '../../../../../src/order/order.ts'
import type { Status } from '../../../../../src/order/time/status.ts'
import { isInState, type StateFilter } from '../../state-filter.ts'
import type { OrderHere } from '../../../../../src/standing/here.ts'

export type ProvenanceFilter = 'every' | Provenance
export const provenanceFilters: ProvenanceFilter[] = ['every', 'policy', 'user', 'bundled']

export type Sorting = 'state' | 'date' | 'title'
export const sortings: Sorting[] = ['state', 'date', 'title']

export interface OrderFilter {
  /** Each of its words must be found in what names an order, or the whole is a host name that the order covers. */
  text: string
  state: StateFilter
  provenance: ProvenanceFilter
  sorting: Sorting
}

export const everyOrder: OrderFilter = { text: '', state: 'every', provenance: 'every', sorting: 'state' }

/** An order with all that names it, as it is searched: made once, for thousands are searched at every key. */
export interface Searchable {
  order: OrderHere
  title: string
  names: string
}

/** @param titleOf the title in the reader's language */
export function makeSearchable(orders: readonly OrderHere[], titleOf: (text: LocalText) => string): Searchable[] {
  return orders.map((order) => ({
    order,
    title: titleOf(order.record.order.title),
    names: foldCase(namesOf(order).join('\n')),
  }))
}

function namesOf({ record: { order } }: OrderHere): string[] {
  return [
    order.id,
    ...Object.values(order.title),
    ...order.legalBasis.flatMap(({ citation }) => Object.values(citation)),
    ...order.applicants.flatMap(({ name = {} }) => Object.values(name)),
    ...order.decisions.flatMap(({ courts, chamber = {}, docket = '', ecli = '' }) => [
      ...courts.flatMap(({ name }) => Object.values(name)),
      ...Object.values(chamber),
      docket,
      ecli,
    ]),
  ]
}

/** Lower case without accents: `Référé` is found by `refere`. */
function foldCase(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/**
 * The orders that pass, sorted.
 *
 * @param covering keys of the orders that cover the host named by `text`, as the one matcher gives them
 */
export function filterOrders(
  orders: readonly Searchable[],
  { text, state, provenance, sorting }: OrderFilter,
  covering: Pick<ReadonlySet<string>, 'has'>,
): Searchable[] {
  const words = foldCase(text).split(/\s+/).filter(Boolean)
  return orders
    .filter(
      ({ order, names }) =>
        isInState(order, state) &&
        (provenance === 'every' || order.record.provenance === provenance) &&
        (covering.has(order.record.key) || words.every((word) => names.includes(word))),
    )
    .toSorted(comparisons[sorting])
}

const comparisons: Record<Sorting, (a: Searchable, b: Searchable) => number> = {
  state: (a, b) => rank(a.order) - rank(b.order) || newestFirst(a, b) || byTitle(a, b),
  date: (a, b) => newestFirst(a, b) || byTitle(a, b),
  title: (a, b) => byTitle(a, b),
}

/** Statuses in their order: in force first, then what may come into force, then what is over. */
const ranks: Status[] = ['in-force', 'unknown', 'paused', 'pending', 'suspended', 'ended', 'lifted']

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
