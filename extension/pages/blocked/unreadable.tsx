import type { Words } from '../../../src/words/words.ts'

/** The block stands; only its explanation cannot be read. */
export function Unreadable({ words: { say }, retry }: { words: Words; retry: () => void }) {
  return (
    <article>
      <header>
        <h1>{say('unreadableHeadline')}</h1>
        <p class="lead">{say('unreadableLead')}</p>
      </header>
      <div class="actions">
        <button class="primary" type="button" onClick={retry}>
          {say('actionRetry')}
        </button>
      </div>
    </article>
  )
}
