import { useEffect, useMemo, useState } from 'preact/hooks'
import { entryNotice } from '../../../../../src/words/notice.ts'
import { withheldText } from '../../../../../src/words/withheld.ts'
import { termOf } from '../../../../../src/words/term-facts.ts'
import { Badge } from '../../../parts/badge.tsx'
import { hashOf, type Address } from '../../address.ts'
import type { Covering, PartProps, Writ } from '../../props.ts'
import { stateFilters, type StateFilter } from '../../state-filter.ts'
import { useLoaded } from '../../use-loaded.ts'
import { paginate, Pager } from '../../parts/pager.tsx'
import { OrderChoice } from './choice.tsx'
import {
  everyOrder,
  filterOrders,
  makeSearchable,
  sortings,
  provenanceFilters,
  type OrderFilter,
  type Searchable,
} from './filter.ts'
import { useNaming } from './naming.ts'
import { RemovedOrders } from './removed.tsx'
import { useWords } from '../../use-words.ts'

const ordersPerPage = 50

export interface OrderListProps extends PartProps {
  state: StateFilter
  /** The text that the address asks for; undefined where it asks for none. */
  search: string | undefined
  /** True while the list is what the page shows. */
  shown: boolean
}

/** Lists all orders, however many: searched, filtered, one page at a time. What is searched for stands in the address. */
export function OrderList({ known, writ, state, search, shown: isShown }: OrderListProps) {
  const words = useWords()
  const { say, count, text } = words
  const [asked, setAsked] = useState<Omit<OrderFilter, 'state'>>({ ...everyOrder, text: search ?? '' })
  const [page, setPage] = useState(0)
  const all = useMemo(() => makeSearchable(known.orders, text), [known.orders])
  const covering = useLoaded<Covering>(new Map(), () => writ.covering(asked.text), [asked.text, known.revision])
  const naming = useNaming(known.orders, asked.text, writ)
  const found = useMemo(
    () => filterOrders(all, { ...asked, state }, { has: (key) => covering.has(key) || naming.has(key) }),
    [all, asked, state, covering, naming],
  )
  const { shown, ...pages } = paginate(found, page, ordersPerPage)
  const ask = (filter: Partial<OrderFilter>) => {
    setAsked({ ...asked, ...filter })
    setPage(0)
  }
  useEffect(() => {
    if (search !== undefined && search !== asked.text) ask({ text: search })
  }, [search])
  useEffect(() => {
    // No step of the history for each key, and nothing is shown anew by it.
    if (isShown) history.replaceState(history.state, '', hashOf(addressIn(state, asked.text)))
  }, [isShown, state, asked.text])
  const clear = () => {
    setAsked(everyOrder)
    setPage(0)
    location.replace(hashOf({ view: 'orders' }))
  }
  const isNarrowed = asked.text !== '' || state !== 'every' || asked.provenance !== 'every'
  return (
    <>
      <RemovedOrders known={known} writ={writ} restored={clear} />
      <Filter filter={{ ...asked, state }} ask={ask} />
      <div class="found">
        <p role="status" data-found={found.length}>
          {found.length === 0 ? say('ordersNone') : count('ordersFound', found.length)}
        </p>
        {isNarrowed && (
          <button type="button" class="quiet" data-action="clear" onClick={clear}>
            {say('actionClear')}
          </button>
        )}
      </div>
      <div class="rows-head" aria-hidden="true" hidden={found.length === 0}>
        <span>{say('columnOrder')}</span>
        <span>{say('columnLaw')}</span>
        <span>{say('columnHere')}</span>
      </div>
      <ul class="rows">
        {shown.map((one) => (
          <OrderRow
            key={one.order.record.key}
            writ={writ}
            one={one}
            covers={covering}
            names={naming.get(one.order.record.key)}
            asked={asked.text}
            now={known.now}
          />
        ))}
      </ul>
      <Pager label={say('pagesOfOrders')} {...pages} go={setPage} />
    </>
  )
}

function addressIn(state: StateFilter, search: string): Address {
  return { view: 'orders', ...(state === 'every' ? {} : { state }), ...(search === '' ? {} : { search }) }
}

interface FilterProps {
  filter: OrderFilter
  ask(filter: Partial<OrderFilter>): void
}

function Filter({ filter, ask }: FilterProps) {
  const { say, named } = useWords()
  return (
    <search class="filter">
      <label class="wide">
        {say('ordersSearch')}
        <input
          type="search"
          name="search"
          spellcheck={false}
          value={filter.text}
          onInput={(event) => ask({ text: event.currentTarget.value })}
        />
      </label>
      <label>
        {say('ordersState')}
        <select
          name="state"
          value={filter.state}
          onChange={({ currentTarget: { value } }) => {
            location.replace(hashOf(addressIn(value as StateFilter, filter.text)))
          }}
        >
          {stateFilters.map((state) => (
            <option key={state} value={state}>
              {named('filter', state)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('factProvenance')}
        <select
          name="provenance"
          value={filter.provenance}
          onChange={(event) => ask({ provenance: event.currentTarget.value as OrderFilter['provenance'] })}
        >
          {provenanceFilters.map((provenance) => (
            <option key={provenance} value={provenance}>
              {named('provenance', provenance)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('ordersSorting')}
        <select
          name="sorting"
          value={filter.sorting}
          onChange={(event) => ask({ sorting: event.currentTarget.value as OrderFilter['sorting'] })}
        >
          {sortings.map((sorting) => (
            <option key={sorting} value={sorting}>
              {named('sorting', sorting)}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

interface RowProps {
  writ: Writ
  one: Searchable
  covers: Covering
  /** An entry with what was searched for in it. */
  names: string | undefined
  asked: string
  now: number
}

function OrderRow({ writ, one: { order, title }, covers, names, asked, now }: RowProps) {
  const words = useWords()
  const { say, named, count, date, list, text } = words
  const { record, status } = order
  const { decisions, entryCount, id } = record.order
  const [decision] = decisions
  const { docket, ecli, date: decided } = decision
  const covered = covers.get(record.key)
  return (
    <li class="row" data-order={id}>
      <div>
        <h3>
          <a href={hashOf({ view: 'orders', order: record.key })}>
            <bdi>{title}</bdi>
          </a>
        </h3>
        <p class="quiet">
          <bdi>{list(decision.courts.map(({ name }) => text(name)))}</bdi>, {date(decided)}
          {(docket ?? ecli) && (
            <>
              , <bdi>{docket ?? ecli}</bdi>
            </>
          )}
        </p>
        {covered && <p class="covers">{entryNotice(covered, record, words) ?? say('orderCovers', asked.trim())}</p>}
        {!covered && names !== undefined && <p class="covers">{say('orderNames', names)}</p>}
      </div>
      <div class="law">
        <span class="column">{say('columnLaw')}</span>
        <Badge tone="at-rest">{named('status', status)}</Badge>
        <p class="quiet">{termOf(record, words, now).at(-1)}</p>
      </div>
      <div>
        <span class="column">{say('columnHere')}</span>
        <OrderChoice order={order} writ={writ} />
        <p class="quiet">
          {[count('entries', entryCount), ...withheldText(record.order, words)].join(' · ')} ·{' '}
          {named('provenance', record.provenance)}
        </p>
      </div>
    </li>
  )
}
