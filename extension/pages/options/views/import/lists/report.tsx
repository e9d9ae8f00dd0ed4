import { formatNames, type FormatName } from '../../../../../../src/import/formats.ts'
import type { Judged } from '../../../../../../src/import/judge/judge.ts'
import { entryClasses, type EntryClass, type Item } from '../../../../../../src/import/judge/report.ts'
import { FirstOf } from '../../../parts/first-of.tsx'
import { useSaid } from '../../../use-said.ts'
import { useWords } from '../../../use-words.ts'
import type { ListsRead, Wanted } from './use-lists.ts'

export interface ListReportProps {
  read: ListsRead
  wanted: Wanted
  want(change: Partial<Wanted>): void
}

/** The report on a list: how it was read, and what became of each entry. The counts add up to the entries. */
export function ListReport({ read: { files, judged }, wanted, want }: ListReportProps) {
  const { say, count } = useWords()
  const entries = judged ? Object.values(judged.counts).reduce((sum, one) => sum + one, 0) : 0
  return (
    <>
      {files.map(({ name, format, encoding, profile }) => (
        <p class="quiet" key={name}>
          {say('listRead', name || say('importPasted'), format, encoding)}
          {profile !== undefined && ` ${say('listRegister', profile)}`}
        </p>
      ))}
      {judged && (
        <>
          <p role="status" data-entries={entries}>
            {count('listEntries', entries)}
          </p>
          <Classes judged={judged} />
          {judged.addresses > 0 && <p class="quiet">{count('listAddresses', judged.addresses)}</p>}
        </>
      )}
      <Reading held={judged ? judged.counts.held : 0} wanted={wanted} want={want} />
    </>
  )
}

function Classes({ judged }: { judged: Judged }) {
  const { named, number } = useWords()
  return (
    <ul class="classes">
      {entryClasses
        .filter((kind) => judged.counts[kind] > 0 || kind === 'taken')
        .map((kind) => (
          <li key={kind} data-class={kind} data-count={judged.counts[kind]}>
            <ClassOf kind={kind} items={judged.items}>
              <strong>{number(judged.counts[kind])}</strong> {named('entry', kind)}
            </ClassOf>
          </li>
        ))}
    </ul>
  )
}

interface ClassOfProps {
  kind: EntryClass
  items: readonly Item[]
  children: preact.ComponentChildren
}

/** The entries of one class unfold, each with its line and its reason; of those that are held the first are seen at once. */
function ClassOf({ kind, items, children }: ClassOfProps) {
  const { say, number } = useWords()
  const said = useSaid()
  const own = items.filter((item) => item.class === kind)
  if (own.length === 0) return <p>{children}</p>
  return (
    <details open={kind === 'held'}>
      <summary>{children}</summary>
      <ul class="issues">
        <FirstOf
          entries={own.map((item, at) => (
            <li key={at}>
              <span class="quiet">
                {item.file !== undefined && <bdi>{item.file}, </bdi>}
                {say('listLine', number(item.line))}
              </span>{' '}
              <bdi class="entry-value">{item.value}</bdi> {said([{ ...item, path: '', message: item.reason }])[0]!.said}
            </li>
          ))}
        />
      </ul>
    </details>
  )
}

const encodings = ['utf-8', 'utf-16le', 'windows-1250', 'windows-1251', 'windows-1252']

/** How the list is to be read otherwise than it looks. */
function Reading({ held, wanted, want }: Omit<ListReportProps, 'read'> & { held: number }) {
  const { say } = useWords()
  return (
    <>
      {(held > 0 || wanted.accept) && (
        <label class="switch">
          <input
            type="checkbox"
            name="accept"
            checked={wanted.accept}
            onChange={(event) => want({ accept: event.currentTarget.checked })}
          />
          <span>{say('listAccept')}</span>
        </label>
      )}
      <details class="otherwise">
        <summary>{say('listOtherwise')}</summary>
        <div class="filter">
          <Choice
            name="format"
            label={say('listFormat')}
            values={formatNames}
            value={wanted.format ?? ''}
            choose={(format) => want({ format: format as FormatName })}
          />
          <Choice
            name="encoding"
            label={say('listEncoding')}
            values={encodings}
            value={wanted.encoding ?? ''}
            choose={(encoding) => want({ encoding })}
          />
        </div>
        <label class="switch">
          <input
            type="checkbox"
            name="urls"
            checked={wanted.urlsAsDomains}
            onChange={(event) => want({ urlsAsDomains: event.currentTarget.checked })}
          />
          <span>{say('listUrls')}</span>
        </label>
      </details>
    </>
  )
}

interface ChoiceProps {
  name: string
  label: string
  values: readonly string[]
  value: string
  choose(value: string): void
}

function Choice({ name, label, values, value, choose }: ChoiceProps) {
  const { say } = useWords()
  return (
    <label>
      {label}
      <select name={name} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say('listAsItLooks')}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  )
}
