import type { Words } from '../../../src/words/words.ts'

/** The sentence on a name that was looked up, and the address to explain where an order covers it. */
export interface LookedUp {
  said: string
  address?: string
}

export interface LookupProps {
  words: Words
  lookUp(name: string): void
  lookedUp: LookedUp | undefined
  explain(address: string): void
}

/** Answers whether an order covers a name, without anybody going there. */
export function Lookup({ words: { say }, lookUp, lookedUp, explain }: LookupProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    lookUp(String(new FormData(event.target as HTMLFormElement).get('name')))
  }
  return (
    <form class="lookup" onSubmit={submit}>
      <label for="lookup">{say('popupLookup')}</label>
      <div class="row">
        <input
          id="lookup"
          name="name"
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={2000}
          dir="ltr"
        />
        <button type="submit">{say('actionLookUp')}</button>
      </div>
      <p role="status">{lookedUp?.said}</p>
      {lookedUp?.address !== undefined && (
        <button type="button" data-action="explain-name" onClick={() => explain(lookedUp.address!)}>
          {say('actionExplain')}
        </button>
      )}
    </form>
  )
}
