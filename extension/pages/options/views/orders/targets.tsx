import { useState } from 'preact/hooks'
import { parseQuery } from '../../../../../src/names/query.ts'
import type { OrderRecord } from '../../../../../src/standing/record.ts'
import type { FoundTarget } from '../../../../../src/names/search-targets.ts'
import { targetKind, valueOf } from '../../../../../src/order/targets/target.ts'
import { momentIn } from '../../../../../src/words/moment.ts'
import type { Annotations } from '../../../../../src/order/order.ts'
import { entryNotice } from '../../../../../src/words/notice.ts'
import type { Words } from '../../../../../src/words/words.ts'
import type { Covering, Writ } from '../../props.ts'
import { useLoaded } from '../../use-loaded.ts'
import { Name } from '../../parts/name.tsx'
import { paginate, Pager } from '../../parts/pager.tsx'
import { useTargetSearch, type TargetSearch } from './target-search.ts'
import { useWords } from '../../use-words.ts'

const targetsPerPage = 100

interface TargetsProps {
  record: OrderRecord
  writ: Writ
}

/** All that an order covers, a page at a time: of a million names, those that are seen are read. */
export function Targets({ record, writ }: TargetsProps) {
  const { say, number } = useWords()
  const [typed, setTyped] = useState('')
  const search = useTargetSearch(record, typed, writ)
  return (
    <section aria-labelledby="targets">
      <h3 id="targets">{say('targetsTitle', number(record.order.targetCount))}</h3>
      <search class="filter">
        <label class="wide">
          {say('targetsSearch')}
          <input
            type="search"
            name="target"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </search>
      <Answer record={record} writ={writ} typed={typed} />
      {search.state === 'idle' ? (
        <AllTargets record={record} writ={writ} />
      ) : (
        <FoundTargets record={record} search={search} key={typed} />
      )}
    </section>
  )
}

/**
 * Says whether the order covers a whole host or address, as the one matcher finds: not every covered name is listed
 * itself.
 */
function Answer({ record, writ, typed }: TargetsProps & { typed: string }) {
  const words = useWords()
  const host = parseQuery(typed.trim())?.host ?? ''
  const covering = useLoaded<Covering | undefined>(undefined, () => writ.covering(typed), [typed])
  const entry = covering?.get(record.key)
  const answer = () =>
    entry
      ? (entryNotice(entry, record, words) ?? words.say('targetsCovers', typed.trim()))
      : words.say('targetsCoversNot', typed.trim())
  return (
    <p role="status" class="answer">
      {host.includes('.') && covering && answer()}
    </p>
  )
}

function AllTargets({ record, writ }: TargetsProps) {
  const words = useWords()
  const [page, setPage] = useState(0)
  const count = record.order.targetCount
  const from = page * targetsPerPage
  const targets = useLoaded<FoundTarget[]>(
    [],
    async () => {
      const read = await writ.targetsOf(record, from, targetsPerPage)
      return read.map((placed, at) => ({ ...placed, position: from + at }))
    },
    [page],
  )
  return (
    <>
      <TargetRows record={record} targets={targets} />
      <Pager label={words.say('pagesOfTargets')} page={page} pages={Math.ceil(count / targetsPerPage)} go={setPage} />
    </>
  )
}

interface FoundProps {
  record: OrderRecord
  search: TargetSearch & { stop(): void }
}

function FoundTargets({ record, search }: FoundProps) {
  const words = useWords()
  const { say, count, number } = words
  const { found, share, state, stop } = search
  const [asked, setPage] = useState(0)
  const { page, pages, shown } = paginate(found, asked, targetsPerPage)
  return (
    <>
      <div class="progress" data-search={state}>
        <p role="status">
          {found.length === 0 && state === 'done' ? say('targetsNone') : count('targetsFound', found.length)}
          {state === 'stopped' && ` ${say('targetsStopped', percent(share, words.language))}`}
          {state === 'full' && ` ${say('targetsFull', number(found.length))}`}
        </p>
        {state === 'searching' && (
          <>
            <progress aria-label={say('targetsSearching')} value={share} />
            <button type="button" data-action="stop" onClick={stop}>
              {say('actionStop')}
            </button>
          </>
        )}
      </div>
      <TargetRows record={record} targets={shown} />
      <Pager label={say('pagesOfTargets')} page={page} pages={pages} go={setPage} />
    </>
  )
}

function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share)
}

interface TargetRowsProps {
  record: OrderRecord
  targets: readonly FoundTarget[]
}

function TargetRows({ record, targets }: TargetRowsProps) {
  const words = useWords()
  return (
    <ol class="targets">
      {targets.map((target) => (
        <li key={target.position} value={target.position + 1}>
          <Name value={valueOf(target.target)} />
          {particulars(target, record, words).map((one) => (
            <span class="quiet" key={one}>
              {one}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** Particulars of a target that are not so of every target of the order. */
function particulars({ target, effects, periods = [] }: FoundTarget, { order }: OrderRecord, words: Words): string[] {
  const { say, named, text } = words
  const { role, note, reference, window }: Annotations = typeof target === 'object' ? target : {}
  const moment = (at: number) => momentIn(at, order.timeZone, words)
  return [
    ...(targetKind(target) === 'ip' ? [say('targetNeverEnforced')] : []),
    ...(targetKind(target) === 'host' ? [say('targetAlone')] : []),
    ...(role ? [named('role', role)] : []),
    ...(effects.block ? [] : [say('targetOnlyHidden')]),
    ...(reference === undefined ? [] : [reference]),
    ...periods.flatMap(({ from, until }) =>
      window !== undefined && from !== undefined && until !== undefined
        ? [words.between(from, until, order.timeZone)]
        : [
            ...(from === undefined ? [] : [say('targetFrom', moment(from))]),
            ...(until === undefined ? [] : [say('targetUntil', moment(until))]),
          ],
    ),
    ...(note ? [text(note)] : []),
  ]
}
