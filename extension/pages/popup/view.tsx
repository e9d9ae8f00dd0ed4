import type { MessageKey } from '../../../src/words/message-key.ts'
import type { Words } from '../../../src/words/words.ts'
import { Badge } from '../parts/badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { Host } from '../parts/host.tsx'
import { Phrase } from '../parts/phrase.tsx'
import { TermPicture } from '../parts/timeline.tsx'
import type { PopupAction, PopupState } from './state.ts'

export interface PopupProps {
  state: PopupState
  words: Words
  act(action: PopupAction): void
}

const actionKeys: Record<PopupAction, MessageKey> = {
  'allow-access': 'actionAllowAccess',
  explain: 'actionExplain',
  'open-options': 'actionOptions',
  retry: 'actionRetry',
}

export function Popup({ state, words: { say }, act }: PopupProps) {
  return (
    <article data-state={state.name}>
      <header>
        {state.badge && <Badge tone={state.badge.tone}>{state.badge.text}</Badge>}
        <h1>{state.headline}</h1>
        {state.host && <Host host={state.host} />}
        {state.entry && (
          <p class="entry">
            <Phrase>{state.entry}</Phrase>
          </p>
        )}
        {state.lead && <p class="lead">{state.lead}</p>}
      </header>
      {state.title && (
        <h2>
          <Phrase>{state.title}</Phrase>
        </h2>
      )}
      {state.picture && <TermPicture {...state.picture} />}
      {state.facts.length > 0 && <Facts facts={state.facts} />}
      {state.banners.length > 0 && (
        <ul class="banners">
          {state.banners.map((banner) => (
            <li key={banner}>{banner}</li>
          ))}
        </ul>
      )}
      <div class="actions">
        {state.actions.map((action, at) => (
          <button
            key={action}
            type="button"
            data-action={action}
            class={at === 0 && action !== 'open-options' ? 'primary' : ''}
            onClick={() => act(action)}
          >
            {say(actionKeys[action])}
          </button>
        ))}
      </div>
    </article>
  )
}
