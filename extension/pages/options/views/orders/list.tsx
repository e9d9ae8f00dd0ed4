import { useMemo, useState } from 'preact/hooks'
import { entryNotice } from '../../../../../src/words/notice.ts'
import { withheldText } from '../../../../../src/words/withheld.ts'
import { courtOf } from '../../../../../src/words/names.ts'
import { termOf } from '../../../../../src/words/term-facts.ts'
import { Badge, toneOf } from '../../../parts/badge.tsx'
import { hashOf } from '../../address.ts'
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
import { RemovedOrders } from './removed.tsx'
import { useWords } from '../../use-words.ts'

const ordersPerPage = 50

/** Lists all orders, however many: searched, filtered, one page at a time. */
export function OrderList({ known, writ, state }: PartProps & { state: StateFilter }) {
  const words = useWords()
  const { say, count, text } = words
  const [asked, setAsked] = useState<Omit<OrderFilter, 'state'>>(everyOrder)
  const [page, setPage] = useState(0)
  const all = useMemo(() => makeSearchable(known.orders, text), [known.orders])
  const covering = useLoaded<Covering>(new Map(), () => writ.covering(asked.text), [asked.text, known.revision])
  const found = useMemo(() => filterOrders(all, { ...asked, state }, covering), [all, asked, state, covering])
  const { shown, ...pages } = paginate(found, page, ordersPerPage)
  const ask = (filter: Partial<OrderFilter>) => {
    setAsked({ ...asked, ...filter })
    setPage(0)
  }
  return (
    <>
      <RemovedOrders known={known} writ={writ} />
      <Filter filter={{ ...asked, state }} ask={ask} />
      <p role="status" data-found={found.length}>
        {found.length === 0 ? say('ordersNone') : count('ordersFound', found.length)}
      </p>
      <ul class="rows">
        {shown.map((one) => (
          <OrderRow
            key={one.order.record.key}
            writ={writ}
            one={one}
            covers={covering}
            asked={asked.text}
            now={known.now}
          />
        ))}
      </ul>
      <Pager label={say('pagesOfOrders')} {...pages} go={setPage} />
    </>
  )
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
            location.replace(hashOf({ view: 'orders', ...(value === 'every' ? {} : { state: value as StateFilter }) }))
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
  asked: string
  now: number
}

function OrderRow({ writ, one: { order, title }, covers, asked, now }: RowProps) {
  const words = useWords()
  const { say, named, count, date } = words
  const { record, beyondTerm, status } = order
  const { decisions, entryCount, id } = record.order
  const [decision] = decisions
  const { docket, ecli, date: decided } = decision
  const covered = covers.get(record.key)
  return (
    <li class="card row" data-order={id}>
      <h3>
        <a href={hashOf({ view: 'orders', order: record.key })}>
          <bdi>{title}</bdi>
        </a>
      </h3>
      <Badge tone={toneOf(order)}>{named('status', beyondTerm ? 'beyond-term' : status)}</Badge>
      <p>
        <bdi>{courtOf(decision, words)}</bdi>, {date(decided)}
        {(docket ?? ecli) && (
          <>
            , <bdi>{docket ?? ecli}</bdi>
          </>
        )}
      </p>
      <p class="quiet">
        {termOf(record, words, now).join(', ')} ·{' '}
        {[count('entries', entryCount), ...withheldText(record.order, words)].join(' · ')} ·{' '}
        {named('provenance', record.provenance)}
      </p>
      {covered && <p class="covers">{entryNotice(covered, record, words) ?? say('orderCovers', asked.trim())}</p>}
      <OrderChoice order={order} writ={writ} />
    </li>
  )
}
