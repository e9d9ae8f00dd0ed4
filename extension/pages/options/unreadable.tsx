import { useWords } from './use-words.ts'

export interface UnreadableProps {
  /** The browser's words, where it gives any. */
  reason: string
  retry(): void
}

/** In the place of the whole page: what is stored cannot be read. */
export function Unreadable({ reason, retry }: UnreadableProps) {
  const { say } = useWords()
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('optionsHeadline')}</h1>
        <p class="lead">{say('popupUnreadable')}</p>
      </header>
      <p>{say('unreadableAdvice')}</p>
      {reason !== '' && (
        <p class="advice" lang="en">
          {reason}
        </p>
      )}
      <div class="actions">
        <button class="primary" type="button" data-action="retry" onClick={retry}>
          {say('actionRetry')}
        </button>
      </div>
    </article>
  )
}
