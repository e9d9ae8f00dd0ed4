import { useRef, useState } from 'preact/hooks'
import { recordKey } from '../../../../../src/standing/record.ts'
import type { Words } from '../../../../../src/words/words.ts'
import { hashOf } from '../../address.ts'
import { focusPart } from '../../parts/focus.ts'
import { IssueList } from '../../parts/issue-list.tsx'
import { paginate, Pager } from '../../parts/pager.tsx'
import type { Known, PartProps } from '../../props.ts'
import { useSaid } from '../../use-said.ts'
import { useWords } from '../../use-words.ts'
import { DraftCard, type DraftCardProps } from './draft-card.tsx'
import { ListImport } from './lists/list-import.tsx'
import { sampleOrder } from './sample-order.ts'
import { selectPlace } from './select-place.ts'
import { isInTheWay } from './selection.ts'
import { useImport } from './use-import.ts'

export interface ImportProps extends PartProps {
  /** Files that were dropped anywhere on the page; a new list each time. */
  dropped: readonly File[]
}

/** The description of the document's fields, for editors and for people. */
const schemaUrl = '/order.schema.json'

/** Order documents and lists, pasted or from files: checked first, each shown with what it would be, then added. */
export function Import({ known, writ, dropped }: ImportProps) {
  const { say, count } = useWords()
  const incoming = useImport(writ, dropped)
  const { typed, type, check, takeFiles, lists, offer, leaveOutLists, selection, texts, add, adding } = incoming
  const field = useRef<HTMLTextAreaElement>(null)
  if (!known.state.effective.settings.allowUserOrders) return <p>{say('importLocked')}</p>
  return (
    <>
      <p>{say('importLead')}</p>
      <FileField take={takeFiles} />
      {lists.length > 0 && <ListImport files={lists} writ={writ} offer={offer} leaveOut={leaveOutLists} />}
      <label class="paste">
        {say('importPaste')}
        <textarea
          ref={field}
          rows={8}
          spellcheck={false}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="button" data-action="check" disabled={typed.trim() === ''} onClick={check}>
          {say('actionCheck')}
        </button>
        <button type="button" data-action="sample" onClick={() => type(sampleOrder)}>
          {say('importSample')}
        </button>
        <a class="button" href={schemaUrl} target="_blank">
          {say('importFormat')}
        </a>
      </div>
      {selection.length > 0 && (
        <Selection {...incoming} now={known.now} goTo={(place) => field.current && selectPlace(field.current, place)} />
      )}
      <Result {...incoming} orders={known.orders} />
      {texts.length > 0 && (
        <div class="actions">
          <button type="button" class="primary" data-action="import" disabled={adding} onClick={() => void add()}>
            {count('actionAddOrders', texts.length)}
          </button>
        </div>
      )}
    </>
  )
}

type Incoming = ReturnType<typeof useImport>

function FileField({ take }: { take(files: readonly File[]): void }) {
  const { say } = useWords()
  return (
    <div class="drop">
      <label class="button">
        {say('importFile')}
        <input
          type="file"
          name="files"
          multiple
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])])
            // The same file, mended, can be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <p class="quiet">{say('importDrop')}</p>
    </div>
  )
}

const draftsPerPage = 20

type SelectionProps = Pick<Incoming, 'selection' | 'change'> & Pick<DraftCardProps, 'now' | 'goTo'>

function Selection({ selection, change, now, goTo }: SelectionProps) {
  const { say } = useWords()
  const [page, setPage] = useState(0)
  const { shown, ...pages } = paginate(selection, page, draftsPerPage)
  return (
    <section aria-labelledby="selection">
      <h3 id="selection">{say('importSelection')}</h3>
      <ul class="drafts">
        {shown.map(({ draft, verdict }) => (
          <DraftCard
            key={draft.number}
            {...{ draft, verdict, now }}
            confirm={(confirmed) => change(draft, { confirmed })}
            leaveOut={() => {
              change(draft, undefined)
              focusPart()
            }}
            goTo={draft.name === '' ? goTo : undefined}
          />
        ))}
      </ul>
      <Pager label={say('pagesOfDrafts')} {...pages} go={setPage} />
    </section>
  )
}

/** Says what can be added, and what became of it. */
function Result({ outcome: { added, issues }, orders, ...incoming }: Incoming & Pick<Known, 'orders'>) {
  const words = useWords()
  const titles = new Map(orders.map(({ record: { order } }) => [order.id, words.text(order.title)]))
  return (
    <div role="status">
      {incoming.selection.length > 0 && <p>{summaryOf(incoming, words)}</p>}
      {issues.length > 0 && <p>{words.say('importRefused')}</p>}
      <IssueList issues={useSaid()(issues)} />
      {added.length > 0 && (
        <>
          <p data-added={added.join(' ')}>{words.count('importAdded', added.length)}</p>
          <p>
            {added.slice(0, 10).map((id) => (
              <a key={id} class="added" href={hashOf({ view: 'orders', order: recordKey('user', id) })}>
                <bdi>{titles.get(id) ?? id}</bdi>
              </a>
            ))}
          </p>
        </>
      )}
    </div>
  )
}

type SummaryParts = Pick<Incoming, 'selection' | 'texts' | 'adding'>

function summaryOf({ selection, texts, adding }: SummaryParts, { say, count }: Words): string {
  if (adding) return say('importAdding')
  const verdicts = selection.map(({ verdict }) => verdict)
  const unchecked = verdicts.filter((verdict) => verdict === 'unchecked').length
  if (unchecked > 0) return count('importLeft', unchecked)
  if (verdicts.every((verdict) => verdict === 'same')) return say('importNothingNew')
  if (texts.length > 0) return count('importReady', texts.length)
  return say(verdicts.some(isInTheWay) ? 'importInTheWay' : 'importUnconfirmed')
}
