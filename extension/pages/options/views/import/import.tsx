import type { Words } from '../../../../../src/words/words.ts'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { recordKey } from '../../../../../src/standing/record.ts'
import type { Issue } from '../../../../../src/order/issue.ts'
import type { Place } from '../../../../../src/order/reading/places.ts'
import { hashOf } from '../../address.ts'
import { focusPart } from '../../parts/focus.ts'
import { IssueList } from '../../parts/issue-list.tsx'
import type { PartProps } from '../../props.ts'
import { paged, Pager } from '../../parts/pager.tsx'
import { DraftCard } from './draft-card.tsx'
import { useDrafts } from './drafts.ts'
import { isInTheWay, judged, readyTexts, type Judged } from './selection.ts'
import { useWords } from '../../use-words.ts'

const draftsPerPage = 20

export interface ImportProps extends PartProps {
  /** Files that were dropped anywhere on the page; a new list each time. */
  dropped: readonly File[]
}

/** Order documents, pasted or from files. All of them are looked at first, and nothing is kept until all are valid. */
export function Import({ known, writ, dropped }: ImportProps) {
  const words = useWords()
  const { say, count } = words
  const [typed, setTyped] = useState('')
  const { drafts, take, change, clear, outdate } = useDrafts(writ)
  const [outcome, setOutcome] = useState<{ added: string[]; issues: Issue[] }>({ added: [], issues: [] })
  const [adding, setAdding] = useState(false)
  const [page, setPage] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const takeFiles = (files: readonly File[]) => {
    setOutcome({ added: [], issues: [] })
    void take(files.map((file) => ({ name: file.name, read: () => file.text() })))
  }
  useEffect(() => {
    if (dropped.length > 0) takeFiles(dropped)
  }, [dropped])
  const selection = useMemo(() => judged(drafts), [drafts])
  const texts = readyTexts(selection)
  const { shown, ...pages } = paged(selection, page, draftsPerPage)

  const check = async () => {
    setOutcome({ added: [], issues: [] })
    clear('')
    await take([{ name: '', read: async () => typed }])
  }
  const add = async () => {
    setAdding(true)
    const result = await writ.importOrders(texts)
    setAdding(false)
    if (!result) return
    if (!result.ok) return setOutcome({ added: [], issues: result.issues })
    if (drafts.some(({ name }) => name === '')) setTyped('')
    clear()
    focusPart()
    setOutcome({ added: result.value.ids, issues: [] })
  }
  const goTo = (place: Place) => {
    const field = area.current
    if (!field) return
    const offset = offsetIn(field.value, place)
    // A text field scrolls when it gets the focus, and not while it has it; Chromium to its caret, not to a selection.
    field.focus()
    field.setSelectionRange(offset, offset)
    field.blur()
    field.focus()
    field.setSelectionRange(offset, offset + place.length)
    field.scrollIntoView({ block: 'center' })
  }

  if (!known.state.effective.settings.allowUserOrders) return <p>{say('importLocked')}</p>
  return (
    <>
      <p>{say('importLead')}</p>
      <div class="drop">
        <label class="button">
          {say('importFile')}
          <input
            type="file"
            name="files"
            multiple
            accept="application/json,.json"
            onChange={({ currentTarget }) => {
              takeFiles([...(currentTarget.files ?? [])])
              // The same file, mended, can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <label class="paste">
        {say('importPaste')}
        <textarea
          ref={area}
          rows={8}
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            // Whoever corrects the first of several things still has the others before them.
            if (event.currentTarget.value === '') clear('')
            else outdate('')
          }}
        />
      </label>
      <div class="actions">
        <button type="button" data-action="check" disabled={typed.trim() === ''} onClick={() => void check()}>
          {say('actionCheck')}
        </button>
      </div>
      {drafts.length > 0 && (
        <section aria-labelledby="selection">
          <h3 id="selection">{say('importSelection')}</h3>
          <ul class="drafts">
            {shown.map(({ draft, verdict }) => (
              <DraftCard
                key={draft.number}
                draft={draft}
                verdict={verdict}
                now={known.now}
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
      )}
      <div role="status">
        {drafts.length > 0 && <p>{summary(selection, texts.length, adding, words)}</p>}
        {outcome.issues.length > 0 && <p>{say('importRefused')}</p>}
        <IssueList issues={outcome.issues} />
        {outcome.added.length > 0 && (
          <>
            <p data-added={outcome.added.join(' ')}>{count('importAdded', outcome.added.length)}</p>
            <p>
              {outcome.added.slice(0, 10).map((id) => (
                <a key={id} class="added" href={hashOf({ view: 'orders', order: recordKey('user', id) })}>
                  {id}
                </a>
              ))}
            </p>
          </>
        )}
      </div>
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

/** Where line and column of a place are in a text, which may have been changed elsewhere since. */
function offsetIn(text: string, { line, column }: Place): number {
  let start = 0
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1 || text.length
  const end = text.indexOf('\n', start)
  return Math.min(start + column - 1, end === -1 ? text.length : end)
}

function summary(selection: readonly Judged[], ready: number, adding: boolean, { say, count }: Words): string {
  if (adding) return say('importAdding')
  const verdicts = selection.map(({ verdict }) => verdict)
  const unchecked = verdicts.filter((verdict) => verdict === 'unchecked').length
  if (unchecked > 0) return count('importLeft', unchecked)
  if (verdicts.every((verdict) => verdict === 'same')) return say('importNothingNew')
  if (ready > 0) return count('importReady', ready)
  return say(verdicts.some(isInTheWay) ? 'importInTheWay' : 'importUnconfirmed')
}
