import { useState } from 'preact/hooks'
import { diagnosisOf, linesOf } from './diagnosis.ts'
import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'

/** The diagnosis as text for a supporter, to be read before it is copied. */
export function Diagnostics({ known, writ }: PartProps) {
  const { say } = useWords()
  const [done, setDone] = useState('')
  const diagnosis = diagnosisOf(known)
  const text = linesOf(diagnosis).join('\n')
  const copy = async (copied: string) => {
    await writ.copy(copied)
    setDone(say('copied'))
  }
  return (
    <>
      <p>{say('diagnosticsLead')}</p>
      <div class="actions">
        <button type="button" data-action="copy-text" onClick={() => void copy(text)}>
          {say('actionCopyText')}
        </button>
        <button type="button" data-action="copy-json" onClick={() => void copy(JSON.stringify(diagnosis, null, 2))}>
          {say('actionCopyJson')}
        </button>
      </div>
      <p class="done" role="status">
        {done}
      </p>
      <pre lang="en" tabIndex={0} role="group" aria-label={say('view_diagnostics')}>
        {text}
      </pre>
    </>
  )
}
