import type { MessageKey } from '../../../src/words/message-key.ts'
import type { Words } from '../../../src/words/words.ts'
import { Answers } from '../parts/answers.tsx'
import { Badge } from '../parts/badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { Host } from '../parts/host.tsx'
import { Phrase } from '../parts/phrase.tsx'
import { Lookup, type LookupProps } from './lookup.tsx'
import type { PopupAction, PopupState } from './state.ts'

export type { LookedUp } from './lookup.tsx'

export interface PopupProps extends Omit<LookupProps, 'words'> {
  state: PopupState
  words: Words
  act(action: PopupAction): void
  openOptions(): void
}

const actionKeys: Record<Exclude<PopupAction, 'ask'>, MessageKey> = {
  'allow-access': 'actionAllowAccess',
  change: 'actionChange',
  explain: 'actionExplain',
  reload: 'actionReload',
  retry: 'actionRetry',
}

export function Popup({ state, words, act, openOptions, ...lookup }: PopupProps) {
  const { say } = words
  return (
    <article data-state={state.name}>
      <header class="head">
        <span class="eyebrow">{say('extensionName')}</span>
        <button
          type="button"
          class="gear"
          data-action="open-options"
          aria-label={say('actionOptions')}
          title={say('actionOptions')}
          onClick={openOptions}
        >
          <span aria-hidden="true">⚙</span>
        </button>
      </header>
      {state.badge && <Badge tone={state.badge.tone}>{state.badge.text}</Badge>}
      <h1>{state.headline}</h1>
      {state.host && <Host host={state.host} />}
      {state.lead && <p class="lead">{state.lead}</p>}
      {state.title && (
        <h2>
          <Phrase>{state.title}</Phrase>
        </h2>
      )}
      {state.answers.length > 0 && <Answers answers={state.answers} />}
      {state.facts.length > 0 && <Facts facts={state.facts} />}
      <ActionButtons state={state} words={words} act={act} />
      {state.lookup && <Lookup words={words} {...lookup} />}
      {state.banners.length > 0 && (
        <ul class="banners">
          {state.banners.map((banner) => (
            <li key={banner}>{banner}</li>
          ))}
        </ul>
      )}
    </article>
  )
}

function ActionButtons({ state: { actions, ask }, words: { say }, act }: Pick<PopupProps, 'state' | 'words' | 'act'>) {
  if (actions.length === 0) return null
  return (
    <div class="actions">
      {actions.map((action, at) =>
        action === 'ask' ? (
          ask && (
            <a key={action} class="button primary" data-action="ask" href={ask.url} rel="noreferrer" target="_blank">
              {say('actionAsk', ask.name)}
            </a>
          )
        ) : (
          <button
            key={action}
            type="button"
            data-action={action}
            class={at === 0 ? 'primary' : ''}
            onClick={() => act(action)}
          >
            {say(actionKeys[action])}
          </button>
        ),
      )}
    </div>
  )
}
