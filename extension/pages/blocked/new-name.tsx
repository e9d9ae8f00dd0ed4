import type { NewName } from '../../../src/words/report.ts'
import type { Words } from '../../../src/words/words.ts'

export interface NewNameActions {
  /** Puts a draft together and hands it over that way. */
  draft(found: NewName, way: 'text' | 'json' | 'mail'): void
}

export interface NewNameProps {
  words: Words
  actions: NewNameActions
  /** The outcome of the last draft. */
  done: string | undefined
}

/** A form that drafts a message to the order's publisher about a name that it should list too. Nothing is sent. */
export function NewNameForm({ words: { say }, actions, done }: NewNameProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const way = (event.submitter as HTMLButtonElement | null)?.value ?? 'text'
    actions.draft(
      { name: String(given.get('name')), reason: String(given.get('reason')) },
      way as Parameters<NewNameActions['draft']>[1],
    )
  }
  return (
    <details class="new-name">
      <summary>{say('draftHeading')}</summary>
      <form onSubmit={submit}>
        <p>{say('draftLead')}</p>
        <label>
          {say('draftName')}
          <input
            name="name"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={2000}
            dir="ltr"
          />
        </label>
        <label>
          {say('draftReason')}
          <textarea name="reason" rows={3} maxLength={2000} />
        </label>
        <div class="actions">
          <button type="submit" value="text">
            {say('draftCopy')}
          </button>
          <button type="submit" value="json">
            {say('actionCopyJson')}
          </button>
          <button type="submit" value="mail">
            {say('draftMail')}
          </button>
        </div>
        <p role="status" class="done">
          {done}
        </p>
      </form>
    </details>
  )
}
