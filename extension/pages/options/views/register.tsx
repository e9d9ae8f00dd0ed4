import { useMemo, useState } from 'preact/hooks'
import type { RegisterEntry } from '../../../../src/register/entry.ts'
import { filteredRegister } from '../../../../src/register/filter.ts'
import { registerCsv, registerJson } from '../../../../src/register/export.ts'
import { hashOf } from '../address.ts'
import type { PartProps } from '../props.ts'
import { useLoaded } from '../use-loaded.ts'
import { paginate, Pager } from '../parts/pager.tsx'
import { useWords } from '../use-words.ts'

const entriesPerPage = 50

/** The register of what was applied when, newest first and by order, to be saved and given out. */
export function Register({ known, writ, order }: PartProps & { order: string }) {
  const words = useWords()
  const { say, count } = words
  const [page, setPage] = useState(0)
  const all = useLoaded<RegisterEntry[]>([], writ.register, [known.revision])
  const found = useMemo(() => filteredRegister(all, order), [all, order])
  const { shown, ...pages } = paginate(found, page, entriesPerPage)
  const titles = new Map(known.orders.map(({ record }) => [record.order.id, words.text(record.order.title)]))
  const ids = [...new Set(all.map((entry) => entry.order))].toSorted()
  const save = (format: 'csv' | 'json') => {
    const context = {
      at: Date.now(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      version: known.environment.version,
    }
    const name = `writ-register-${new Date(context.at).toISOString().slice(0, 10)}${order ? `-${order}` : ''}.${format}`
    const oldestFirst = found.toReversed()
    if (format === 'csv') writ.download(name, 'text/csv', registerCsv(oldestFirst, context))
    else writ.download(name, 'application/json', registerJson(oldestFirst, context))
  }
  if (all.length === 0) return <p>{say('registerEmpty')}</p>
  return (
    <>
      <p>{say('registerLead')}</p>
      <search class="filter">
        <label class="wide">
          {say('registerOrder')}
          <select
            name="register-order"
            value={order}
            onChange={({ currentTarget: { value } }) => location.replace(hashOf({ view: 'register', order: value }))}
          >
            <option value="">{say('registerEvery')}</option>
            {ids.map((id) => (
              <option key={id} value={id}>
                {titles.get(id) ?? id}
              </option>
            ))}
          </select>
        </label>
      </search>
      <div class="actions">
        <button type="button" data-action="save-csv" onClick={() => save('csv')}>
          {say('actionSaveCsv')}
        </button>
        <button type="button" data-action="save-json" onClick={() => save('json')}>
          {say('actionSaveJson')}
        </button>
      </div>
      <p role="status" data-found={found.length}>
        {count('entries', found.length)}
      </p>
      <ol class="register">
        {shown.map((entry) => (
          <Entry key={`${entry.at} ${entry.event} ${entry.order}`} entry={entry} titles={titles} />
        ))}
      </ol>
      <Pager label={say('pagesOfRegister')} {...pages} go={setPage} />
    </>
  )
}

interface EntryProps {
  entry: RegisterEntry
  titles: ReadonlyMap<string, string>
}

function Entry({ entry, titles }: EntryProps) {
  const { say, named, count, instant } = useWords()
  const { at, event, beyondTerm, order, version, digest, provenance, feed, targets } = entry
  const key = event === 'applied' ? (beyondTerm ? 'registerBeyond' : 'registerApplied') : 'registerStopped'
  const iso = new Date(at).toISOString()
  return (
    <li>
      <p>
        <time dateTime={iso}>{instant(at)}</time> · {say(key, titles.get(order) ?? order)}
      </p>
      <p class="quiet">
        {order}, {say('documentVersion', version)} · {count('entries', targets)} · {named('provenance', provenance)} ·{' '}
        {feed && <>{say('feedVersion', feed.address, feed.version)} · </>}
        <span>{iso}</span>
        <br />
        <code>SHA-256 {digest}</code>
      </p>
    </li>
  )
}
