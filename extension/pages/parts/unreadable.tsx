import type { ComponentChildren } from 'preact'
import type { Words } from '../../../src/words/words.ts'

export interface UnreadableProps {
  words: Words
  headline: string
  lead: ComponentChildren
  retry(): void
  /** More advice. */
  children?: ComponentChildren
}

/** Stands in the place of a whole page while the store cannot be read. */
export function Unreadable({ words: { say }, headline, lead, retry, children }: UnreadableProps) {
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{headline}</h1>
        {lead}
      </header>
      {children}
      <div class="actions">
        <button class="primary" type="button" data-action="retry" onClick={retry}>
          {say('actionRetry')}
        </button>
      </div>
    </article>
  )
}
