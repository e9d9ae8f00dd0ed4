import type { Words } from '../../../src/words/words.ts'
import { Host } from '../parts/host.tsx'

export interface UnreadableProps {
  words: Words
  /** Empty where the address says none. */
  host: string
  retry(): void
}

/** The block stands; only its explanation cannot be read. */
export function Unreadable({ words: { say }, host, retry }: UnreadableProps) {
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('unreadableHeadline')}</h1>
        {host !== '' && <Host host={host} />}
        <p class="lead">{say('unreadableLead')}</p>
      </header>
      <div class="actions">
        <button class="primary" type="button" data-action="retry" onClick={retry}>
          {say('actionRetry')}
        </button>
      </div>
    </article>
  )
}
