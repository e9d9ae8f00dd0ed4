import type { Words } from '../../../src/words/words.ts'
import { Badge } from '../parts/badge.tsx'
import { Facts } from '../parts/facts.tsx'
import type { PopupAction, PopupState } from './state.ts'

export interface PopupProps {
  state: PopupState
  words: Words
  act(action: PopupAction): void
}

const actionKeys: Record<PopupAction, string> = {
  'allow-access': 'actionAllow',
  'open-options': 'actionOptions',
  retry: 'actionRetry',
}

export function Popup({ state, words: { say }, act }: PopupProps) {
  return (
    <article data-state={state.name}>
      <header>
        {state.badge && <Badge tone={state.badge.tone}>{state.badge.text}</Badge>}
        <h1>{state.headline}</h1>
        {state.host && (
          <p class="host">
            <bdi>{state.host}</bdi>
          </p>
        )}
        {state.lead && <p class="lead">{state.lead}</p>}
      </header>
      <Facts facts={state.facts} />
      {state.banners.map((banner) => (
        <p class="banner" key={banner}>
          {banner}
        </p>
      ))}
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
