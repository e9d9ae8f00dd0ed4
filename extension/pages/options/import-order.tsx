import { useState } from 'preact/hooks'
import type { Issue } from '../../../src/order/issue.ts'
import type { Words } from '../../../src/words/words.ts'
import { IssueList } from './view.tsx'

export type ImportOutcome = { added?: string; issues: Issue[] }

export interface ImportOrderProps {
  words: Words
  /** What became of the last text: added, or what was wrong with it; then nothing was kept of it. */
  outcome: ImportOutcome
  importText(text: string): void
}

/** An order document, pasted or from a file. Nothing is kept until all of it is valid. */
export function ImportOrder({ words: { say }, outcome: { added, issues }, importText }: ImportOrderProps) {
  const [text, setText] = useState('')
  return (
    <section aria-labelledby="import">
      <h2 id="import">{say('optionsImport')}</h2>
      <label>
        {say('importPaste')}
        <textarea rows={6} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button
          type="button"
          class="primary"
          data-action="import"
          disabled={text.trim() === ''}
          onClick={() => importText(text)}
        >
          {say('actionImport')}
        </button>
        <label class="button">
          {say('importFile')}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => void event.currentTarget.files?.[0]?.text().then(importText)}
          />
        </label>
      </div>
      <div role="status">
        {added !== undefined && <p data-added={added}>{say('importAdded', added)}</p>}
        {issues.length > 0 && <p>{say('importRefused')}</p>}
        <IssueList issues={issues} />
      </div>
    </section>
  )
}
